using System.Diagnostics;
using Baton.Server.Kernel.WorkingTime;
using NodaTime;

namespace Baton.Bench.Benches;

/// <summary>What every respond-by of every addressee is reckoned with.</summary>
public static class AddWorkingTime
{
    private const int Questions = 10_000;

    public static void Run(Report report)
    {
        var calendar = new WorkCalendar(DateTimeZoneProviders.Tzdb["Europe/Lisbon"], WeekHours.Assumed)
        {
            DaysOff = [new(new(2026, 8, 3), new(2026, 8, 21)), new(new(2026, 12, 24), new(2027, 1, 1))],
        };
        var (start, year) = (Instant.FromUtc(2026, 1, 1, 0, 0), Duration.FromDays(365));
        var random = new Random(7);
        var questions = Enumerable.Range(0, Questions)
            .Select(_ => (At: start + (year * random.NextDouble()),
                Worked: Duration.FromMinutes(random.Next(1, 40 * 8 * 60))))
            .ToList();

        var hours = new WorkingHours(calendar, start);
        Ask(hours, questions);
        var rounds = Enumerable.Range(0, 50).Select(_ => Ask(hours, questions)).Order().ToList();
        var fresh = Enumerable.Range(0, 200).Select(_ => Open(calendar, start, year)).Order().ToList();

        report.Says($"add-working-time: up to 40 days added at moments of a year with leave; median of 50 rounds of {Questions} after one as warm-up");
        report.AtMost("add-working-time", rounds[25].TotalMicroseconds / Questions, "us", 5);
        report.Says($"add-working-time: computing all of such a year first takes {fresh[100].TotalMicroseconds:0} us, median of 200");
    }

    private static TimeSpan Ask(WorkingHours hours, List<(Instant At, Duration Worked)> questions)
    {
        var began = Stopwatch.GetTimestamp();
        foreach (var (at, worked) in questions)
        {
            if (hours.AddWorkingTime(at, worked) is null)
            {
                throw new BenchException("A year of work ended early.");
            }
        }

        return Stopwatch.GetElapsedTime(began);
    }

    private static TimeSpan Open(WorkCalendar calendar, Instant start, Duration year)
    {
        var began = Stopwatch.GetTimestamp();
        _ = new WorkingHours(calendar, start).WorkingTimeBetween(start, start + year);
        return Stopwatch.GetElapsedTime(began);
    }
}
