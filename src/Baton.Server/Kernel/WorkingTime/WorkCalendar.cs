using System.Collections.Frozen;
using NodaTime;

namespace Baton.Server.Kernel.WorkingTime;

/// <summary>
/// When somebody works, in the words of a calendar: days and times of day, not instants. It stays true when summer time
/// moves or a country changes its rules; instants are computed late, by <see cref="WorkingHours"/>.
/// </summary>
/// <param name="Zone">Where they are at home.</param>
/// <param name="Week">What they work in an ordinary week.</param>
public sealed record WorkCalendar(DateTimeZone Zone, WeekHours Week)
{
    /// <summary>Days off. A night that begins the evening before is still worked.</summary>
    public IReadOnlyList<DateInterval> DaysOff { get; init; } = [];

    /// <summary>Days off that many share, those of a region.</summary>
    public IReadOnlySet<LocalDate> Holidays { get; init; } = FrozenSet<LocalDate>.Empty;

    /// <summary>Hours off on a day that is worked otherwise.</summary>
    public IReadOnlyList<HoursOff> HoursOff { get; init; } = [];

    /// <summary>Hours of one day beside those of the week.</summary>
    public IReadOnlyList<HoursOnce> Once { get; init; } = [];

    /// <summary>Days worked instead of others.</summary>
    public IReadOnlyList<Swap> Swaps { get; init; } = [];

    /// <summary>Where they are meanwhile; of two stays at once the later named counts.</summary>
    public IReadOnlyList<Stay> Stays { get; init; } = [];

    public DateTimeZone ZoneOn(LocalDate day) => Stays.LastOrDefault(stay => stay.Days.Contains(day))?.Zone ?? Zone;

    /// <summary>The intervals that begin on this day. Those of a swap or beside the week may overlap others.</summary>
    public IReadOnlyList<WorkInterval> HoursOn(LocalDate day)
    {
        if (Holidays.Contains(day) || (DaysOff.Count > 0 && DaysOff.Any(off => off.Contains(day))))
        {
            return [];
        }

        IEnumerable<WorkInterval> hours = Week[day.DayOfWeek];
        if (Swaps.Count > 0)
        {
            var given = Swaps.Where(swap => swap.Worked == day).SelectMany(swap => Week[swap.Free.DayOfWeek]);
            hours = given.Concat(Swaps.Any(swap => swap.Free == day) ? [] : hours);
        }

        if (Once.Count > 0)
        {
            hours = hours.Concat(Once.Where(once => once.Day == day).Select(once => once.Interval));
        }

        foreach (var off in HoursOff)
        {
            hours = off.Day == day ? hours.SelectMany(interval => interval.Without(off.Interval)) : hours;
        }

        return [.. hours];
    }
}

/// <summary>An hour at the doctor's, a free afternoon.</summary>
public sealed record HoursOff(LocalDate Day, WorkInterval Interval);

/// <summary>Such as a morning of focus that does not come back every week.</summary>
public sealed record HoursOnce(LocalDate Day, WorkInterval Interval);

/// <summary>The hours of one day are worked on another.</summary>
public sealed record Swap(LocalDate Free, LocalDate Worked);

/// <summary>Days spent in another zone. Their hours stay what the clock on the wall there shows.</summary>
public sealed record Stay(DateInterval Days, DateTimeZone Zone);
