using Baton.Server.Kernel.WorkingTime;
using NodaTime;

namespace Baton.Server.Tests.Kernel.WorkingTime;

/// <summary>
/// The same questions, answered by looking at the clock on the wall every minute: too slow for anything but tests, and
/// too simple to be wrong.
/// </summary>
internal sealed class SlowOracle(WorkCalendar calendar, Instant from, int minutes)
{
    private readonly bool[] _works = [.. Enumerable.Range(0, minutes)
        .Select(minute => Works(calendar, from + Duration.FromMinutes(minute)))];

    public bool IsWorking(int minute) => _works[minute];

    public int? NextWorking(int minute)
    {
        var next = Array.IndexOf(_works, true, minute);
        return next < 0 ? null : next;
    }

    public int WorkingTimeBetween(int from, int until) => _works[from..until].Count(works => works);

    /// <summary>The first minute by which so many were worked; null: not within what is looked at.</summary>
    public int? AddWorkingTime(int minute, int worked)
    {
        if (NextWorking(minute) is not { } at)
        {
            return null;
        }

        for (; worked > 0; at++)
        {
            if (at == _works.Length)
            {
                return null;
            }

            worked -= _works[at] ? 1 : 0;
        }

        return at;
    }

    private static bool Works(WorkCalendar calendar, Instant at)
    {
        var around = at.InUtc().Date;
        return Enumerable.Range(-3, 7).Select(around.PlusDays).Any(day =>
        {
            var wall = at.InZone(calendar.ZoneOn(day)).LocalDateTime;
            var minute = (int)Period.Between(day.AtMidnight(), wall, PeriodUnits.Minutes).Minutes;
            return IsWorked(calendar, day, minute);
        });
    }

    /// <param name="minute">Counted from the midnight of the day; a night has more than 1,440 of them.</param>
    private static bool IsWorked(WorkCalendar calendar, LocalDate day, int minute)
    {
        bool Holds(WorkInterval interval) => interval.Start <= minute && minute < interval.End;
        bool InWeekOf(LocalDate one) => calendar.Week[one.DayOfWeek].Any(Holds);

        var ordinary = !calendar.Swaps.Any(swap => swap.Free == day) && InWeekOf(day);
        var given = calendar.Swaps.Any(swap => swap.Worked == day && InWeekOf(swap.Free));
        var once = calendar.Once.Any(one => one.Day == day && Holds(one.Interval));
        return (ordinary || given || once)
            && !calendar.Holidays.Contains(day)
            && !calendar.DaysOff.Any(off => off.Contains(day))
            && !calendar.HoursOff.Any(off => off.Day == day && Holds(off.Interval));
    }
}
