using Baton.Server.Kernel.WorkingTime;
using CsCheck;
using NodaTime;

namespace Baton.Server.Tests.Kernel.WorkingTime;

/// <summary>Whatever the calendar, the answers are those of the clock on the wall, and agree with each other.</summary>
public sealed class WorkingHoursPropertyTests
{
    private const int Days = 9;
    private const int Minutes = Days * 24 * 60;

    [Fact]
    public void Answers_are_those_of_looking_at_the_clock_every_minute() =>
        Gen.Select(Calendars.Unusual, Gen.Int[0, Minutes - 1].Array[12], Gen.Int[0, 3_000].Array[12]).Sample(
            (drawn, moments, durations) =>
            {
                var from = drawn.Monday.AtMidnight().InUtc().ToInstant();
                var hours = new WorkingHours(drawn.Calendar, from);
                var oracle = new SlowOracle(drawn.Calendar, from, Minutes);
                foreach (var (moment, duration) in moments.Zip(durations))
                {
                    Agree(hours, oracle, from, moment, duration);
                }
            },
            iter: 300);

    [Fact]
    public void Time_worked_adds_up() => Moments.Sample((drawn, times) =>
    {
        var (hours, from) = Open(drawn);
        var (a, b, c) = (from + times[0], from + times[1], from + times[2]);
        Assert.Equal(
            hours.WorkingTimeBetween(a, c),
            hours.WorkingTimeBetween(a, b) + hours.WorkingTimeBetween(b, c));
        Assert.Equal(
            hours.WorkingTimeBetween(a, c),
            hours.Between(a, c).Aggregate(Duration.Zero, (sum, worked) => sum + worked.Duration));
    });

    [Fact]
    public void Adding_what_was_worked_leads_back_to_where_work_was_left() => Moments.Sample((drawn, times) =>
    {
        var (hours, from) = Open(drawn);
        var (start, end) = (from + times[0], from + times[2]);
        if (hours.NextWorking(start) is { } first && first < end)
        {
            var led = hours.AddWorkingTime(start, hours.WorkingTimeBetween(start, end))!.Value;
            Assert.True(led <= end, $"{led} is after {end}.");
            Assert.Equal(Duration.Zero, hours.WorkingTimeBetween(led, end));
        }
    });

    [Fact]
    public void Adding_in_two_steps_is_adding_at_once() => Moments.Sample((drawn, times) =>
    {
        var (hours, from) = Open(drawn);
        var (some, more) = (times[1] - times[0], times[2] - times[1] + Duration.FromMinutes(1));
        if (hours.AddWorkingTime(from, some + more) is { } atOnce)
        {
            Assert.Equal(atOnce, hours.AddWorkingTime(hours.AddWorkingTime(from, some)!.Value, more));
        }
    });

    [Fact]
    public void Stretches_are_in_order_and_apart() => Moments.Sample((drawn, _) =>
    {
        var (hours, from) = Open(drawn);
        var until = from + Duration.FromDays(200);
        var stretches = hours.Between(from, until).ToList();
        Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        Assert.All(stretches, stretch => Assert.True(hours.IsWorking(stretch.Start)));
        Assert.All(stretches, stretch => Assert.True(stretch.End == until || !hours.IsWorking(stretch.End)));
    });

    [Fact]
    public void Where_hours_overlap_each_of_the_people_works() =>
        Gen.Select(Calendars.Unusual, Calendars.Unusual, Gen.Int[0, Minutes - 1].Array[20]).Sample(
            (one, other, moments) =>
            {
                var (ones, from) = Open(one);
                var others = new WorkingHours(other.Calendar, from);
                var overlap = Overlap.Of([ones, others], new Interval(from, from + Duration.FromMinutes(Minutes)));
                foreach (var at in moments.Select(minute => from + Duration.FromMinutes(minute)))
                {
                    Assert.Equal(ones.IsWorking(at) && others.IsWorking(at),
                        overlap.Any(shared => shared.Contains(at)));
                }
            });

    /// <summary>A calendar, and three moments in order as distances from its Monday.</summary>
    private static Gen<((WorkCalendar Calendar, LocalDate Monday) Drawn, Duration[] Times)> Moments { get; } =
        Gen.Select(
            Calendars.Unusual,
            Gen.Int[0, 90 * 24 * 60].Array[3]
                .Select(times => times.Order().Select(at => Duration.FromMinutes(at)).ToArray()));

    private static (WorkingHours Hours, Instant From) Open((WorkCalendar Calendar, LocalDate Monday) drawn)
    {
        var from = drawn.Monday.AtMidnight().InUtc().ToInstant();
        return (new WorkingHours(drawn.Calendar, from), from);
    }

    private static void Agree(WorkingHours hours, SlowOracle oracle, Instant from, int moment, int duration)
    {
        Instant At(int minute) => from + Duration.FromMinutes(minute);

        var at = At(moment);
        Assert.Equal(oracle.IsWorking(moment), hours.IsWorking(at));
        Assert.Equal(
            Duration.FromMinutes(oracle.WorkingTimeBetween(0, moment)),
            hours.WorkingTimeBetween(from, at));
        if (oracle.NextWorking(moment) is { } next)
        {
            Assert.Equal(At(next), hours.NextWorking(at));
        }

        if (oracle.AddWorkingTime(moment, duration) is { } added)
        {
            Assert.Equal(At(added), hours.AddWorkingTime(at, Duration.FromMinutes(duration)));
        }
    }
}
