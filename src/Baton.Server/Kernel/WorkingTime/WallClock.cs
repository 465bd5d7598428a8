using NodaTime;

namespace Baton.Server.Kernel.WorkingTime;

/// <summary>From hours as the clock on the wall shows them to instants.</summary>
internal static class WallClock
{
    /// <summary>When this calendar is worked within the interval: in order, and apart.</summary>
    public static IEnumerable<Interval> Worked(WorkCalendar calendar, Interval within) =>
        Apart(Stretches(calendar, within));

    /// <summary>What is worked of the hours that begin on this day, wherever they end: in order, and apart.</summary>
    public static IEnumerable<Interval> WorkedOf(WorkCalendar calendar, LocalDate day) =>
        Apart(StretchesOf(calendar, day, new Interval(Utc(day, 0) - 2 * Widest, Utc(day, 0) + 5 * Widest)));

    public static bool IsWorked(WorkCalendar calendar, Instant at) =>
        Stretches(calendar, new Interval(at, at + Duration.Epsilon)).Any();

    private static IEnumerable<Interval> Apart(IEnumerable<Interval> stretches)
    {
        Interval? last = null;
        foreach (var next in stretches.OrderBy(stretch => stretch.Start))
        {
            // Who flies west works two evenings at once by the clocks, and only one in life.
            if (last is { } open && next.Start <= open.End)
            {
                last = new Interval(open.Start, Instant.Max(open.End, next.End));
                continue;
            }

            if (last is { } whole)
            {
                yield return whole;
            }

            last = next;
        }

        if (last is { } end)
        {
            yield return end;
        }
    }

    // A day begins up to 14 hours before it does in UTC and ends up to 12 after; a night reaches one day further.
    private static IEnumerable<Interval> Stretches(WorkCalendar calendar, Interval within)
    {
        var first = within.Start.InUtc().Date.PlusDays(-2);
        var last = within.End.InUtc().Date.PlusDays(2);
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            foreach (var stretch in StretchesOf(calendar, day, within))
            {
                yield return stretch;
            }
        }
    }

    private static IEnumerable<Interval> StretchesOf(WorkCalendar calendar, LocalDate day, Interval within) =>
        calendar.HoursOn(day).SelectMany(hours => Shown(calendar.ZoneOn(day), day, hours, within));

    /// <summary>Within each rule of the zone that is in force meanwhile, the times it shows.</summary>
    private static IEnumerable<Interval> Shown(DateTimeZone zone, LocalDate day, WorkInterval hours, Interval within)
    {
        var (start, end) = (Utc(day, hours.Start), Utc(day, hours.End));
        var (earliest, latest) = (start - Widest, end + Widest);
        for (var rule = zone.GetZoneInterval(earliest); ; rule = zone.GetZoneInterval(rule.End))
        {
            var offset = Duration.FromSeconds(rule.WallOffset.Seconds);
            var from = Latest(start - offset, rule.HasStart ? rule.Start : Instant.MinValue, within.Start);
            var until = Earliest(end - offset, rule.HasEnd ? rule.End : Instant.MaxValue, within.End);
            if (from < until)
            {
                yield return new Interval(from, until);
            }

            if (!rule.HasEnd || rule.End >= latest)
            {
                yield break;
            }
        }
    }

    /// <summary>No zone is further from UTC than this.</summary>
    public static readonly Duration Widest = Duration.FromHours(18);

    private static Instant Utc(LocalDate day, int minutes) =>
        Instant.FromUtc(day.Year, day.Month, day.Day, 0, 0) + Duration.FromMinutes(minutes);

    private static Instant Latest(Instant a, Instant b, Instant c) => Instant.Max(Instant.Max(a, b), c);

    private static Instant Earliest(Instant a, Instant b, Instant c) => Instant.Min(Instant.Min(a, b), c);
}
