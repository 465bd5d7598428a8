using Baton.Server.Kernel.WorkingTime;
using CsCheck;
using NodaTime;

namespace Baton.Server.Tests.Kernel.WorkingTime;

/// <summary>Calendars as people could have them, and moments at which they are hard to reckon with.</summary>
internal static class Calendars
{
    /// <summary>
    /// Half hours and quarters, summer time of an hour, of half an hour and below winter's, a day that was left out,
    /// zones on both sides of the date line.
    /// </summary>
    private static readonly DateTimeZone[] Zones =
    [
        .. new[]
        {
            "Europe/Lisbon", "America/Denver", "Asia/Tokyo", "Asia/Kathmandu", "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns", "Antarctica/Troll",
            "Etc/UTC",
        }.Select(id => DateTimeZoneProviders.Tzdb[id]),
    ];

    // Apia left out 30 December 2011; summer time begins and ends somewhere in each of the other weeks.
    private static readonly LocalDate[] Mondays =
    [
        new(2011, 12, 26), new(2026, 3, 2), new(2026, 3, 23), new(2026, 4, 20), new(2026, 9, 28), new(2026, 10, 19),
        new(2026, 10, 26), new(2026, 12, 28),
    ];

    private static readonly Gen<WorkInterval> Interval =
        from start in Gen.Int[0, 95]
        from length in Gen.Int[1, 56]
        select new WorkInterval(start * 15, (start + length) * 15);

    private static readonly Gen<WeekHours> Week = Gen.Select(Interval.List[0, 3], Gen.Int[1, 7]).List[0, 6]
        .Select(Hours);

    /// <summary>
    /// A calendar with something unusual in most of its weeks, and the Monday from which it is looked at.
    /// </summary>
    public static readonly Gen<(WorkCalendar Calendar, LocalDate Monday)> Unusual =
        from monday in Gen.OneOf(Mondays)
        from zone in Gen.OneOf(Zones)
        from week in Week
        from daysOff in Gen.Select(Day(monday), Gen.Int[0, 2]).List[0, 2]
        from holidays in Day(monday).List[0, 1]
        from hoursOff in Gen.Select(Day(monday), Interval).List[0, 2]
        from once in Gen.Select(Day(monday), Interval).List[0, 1]
        from swaps in Gen.Select(Day(monday), Day(monday)).List[0, 1]
        from stays in Gen.Select(Day(monday), Gen.Int[0, 3], Gen.OneOf(Zones)).List[0, 2]
        select (new WorkCalendar(zone, week)
        {
            DaysOff = [.. daysOff.Select(off => Days(off.Item1, off.Item2))],
            Holidays = holidays.ToHashSet(),
            HoursOff = [.. hoursOff.Select(off => new HoursOff(off.Item1, off.Item2))],
            Once = [.. once.Select(one => new HoursOnce(one.Item1, one.Item2))],
            Swaps = [.. swaps.Select(swap => new Swap(swap.Item1, swap.Item2))],
            Stays = [.. stays.Select(stay => new Stay(Days(stay.Item1, stay.Item2), stay.Item3))],
        }, monday);

    private static Gen<LocalDate> Day(LocalDate monday) => Gen.Int[0, 8].Select(monday.PlusDays);

    private static DateInterval Days(LocalDate first, int more) => new(first, first.PlusDays(more));

    /// <summary>Drops what would overlap, so that each week is one that may be entered.</summary>
    private static WeekHours Hours(List<(List<WorkInterval> Intervals, int Day)> drawn)
    {
        var days = new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkInterval>>();
        foreach (var (day, interval) in drawn.SelectMany(
            one => one.Intervals.Select(interval => ((IsoDayOfWeek)one.Day, interval))))
        {
            var before = days.GetValueOrDefault(day) ?? [];
            days[day] = [.. before, interval];
            if (!IsAllowed(days))
            {
                days[day] = before;
            }
        }

        return new WeekHours(days);
    }

    private static bool IsAllowed(Dictionary<IsoDayOfWeek, IReadOnlyList<WorkInterval>> days)
    {
        try
        {
            _ = new WeekHours(days);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
