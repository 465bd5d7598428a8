using NodaTime;

namespace Baton.Server.Kernel.WorkingTime;

/// <summary>
/// When somebody's batches come: within their hours, and never in focus. A day is the hours that begin on it, by the
/// clock on the wall where they are, so a night is one day.
/// </summary>
/// <remarks>Not for several threads at once, as <see cref="WorkingHours"/>.</remarks>
/// <param name="focus">When they are left alone within their hours.</param>
/// <param name="slots">
/// Times of day. One outside a day's hours is left out of that day; if all are, its start is its batch. Null: the start
/// of a day's work, its middle, and one hour of work before its end.
/// </param>
public sealed class BatchTimes(WorkCalendar calendar, WorkCalendar? focus, IReadOnlyList<LocalTime>? slots)
{
    private static readonly Duration LastHour = Duration.FromHours(1);

    // Blocks of focus side by side make one, but hardly a longer one.
    private const int LongestFocusInDays = 8;

    private (Instant Since, WorkingHours Hours)? _focus;

    /// <summary>
    /// The first batch after this moment. One that falls into focus comes at its end if that is still worked, else not
    /// at all. Null: none within <see cref="WorkingHours.Horizon"/>.
    /// </summary>
    public Instant? Next(Instant after)
    {
        // One that fell into the focus of this moment is still to come.
        var before = IsInFocus(after) ? LongestFocusInDays : 0;
        var day = after.InUtc().Date.PlusDays(-3 - before);
        var last = (after + WorkingHours.Horizon).InUtc().Date;
        for (Instant? next = null; ; day = day.PlusDays(1))
        {
            // Who flies east may begin a day before the one before it is over.
            if (day > last || next <= BeginOf(day))
            {
                return next;
            }

            foreach (var batch in Of(day))
            {
                if (AfterFocus(batch, after) is { } at && at > after && !(next <= at))
                {
                    next = at;
                }
            }
        }
    }

    private static Instant BeginOf(LocalDate day) => day.AtMidnight().InUtc().ToInstant() - WallClock.Widest;

    private Instant? AfterFocus(Instant batch, Instant asked) =>
        !IsInFocus(batch) ? batch
        : FocusAround(batch, asked).EndOfWork(batch) is { } end && WallClock.IsWorked(calendar, end) ? end
        : null;

    private bool IsInFocus(Instant at) => focus is not null && WallClock.IsWorked(focus, at);

    private WorkingHours FocusAround(Instant batch, Instant asked)
    {
        if (_focus is not { } known || known.Since > batch)
        {
            var since = Instant.Min(batch, asked - Duration.FromDays(2 * LongestFocusInDays));
            _focus = known = (since, new WorkingHours(focus!, since));
        }

        return known.Hours;
    }

    private IEnumerable<Instant> Of(LocalDate day)
    {
        var worked = WallClock.WorkedOf(calendar, day).ToList();
        if (worked.Count == 0)
        {
            return [];
        }

        if (slots is null)
        {
            return ByWorkedTime(worked);
        }

        var own = slots.SelectMany(slot => AtSlot(slot, day)).Where(at => worked.Exists(one => one.Contains(at)));
        return own.DefaultIfEmpty(worked[0].Start);
    }

    private static IEnumerable<Instant> ByWorkedTime(List<Interval> worked)
    {
        var all = worked.Aggregate(Duration.Zero, (sum, stretch) => sum + stretch.Duration);
        yield return worked[0].Start;
        yield return After(Duration.FromMinutes((long)all.TotalMinutes / 2), worked);
        if (all > LastHour)
        {
            yield return After(all - LastHour, worked);
        }
    }

    /// <summary>After so much work, which is less than all of it: after a break rather than before it.</summary>
    private static Instant After(Duration work, List<Interval> worked)
    {
        foreach (var stretch in worked)
        {
            if (work < stretch.Duration)
            {
                return stretch.Start + work;
            }

            work -= stretch.Duration;
        }

        throw new ArgumentOutOfRangeException(nameof(work), "That is more than was worked.");
    }

    /// <summary>That time of this day, or of the morning after a night that begins on it.</summary>
    private IEnumerable<Instant> AtSlot(LocalTime slot, LocalDate day)
    {
        var zone = calendar.ZoneOn(day);
        return new[] { day, day.PlusDays(1) }
            .Where(date => calendar.HoursOn(day).Any(hours => Holds(hours, slot, date == day ? 0 : 1)))
            .Select(date => zone.ResolveLocal(date + slot, Shown).ToInstant());
    }

    private static bool Holds(WorkInterval hours, LocalTime slot, int days)
    {
        var minute = (days * WorkInterval.MinutesOfDay) + (slot.Hour * 60) + slot.Minute;
        return hours.Start <= minute && minute < hours.End;
    }

    // What summer time skips comes right after, what it repeats comes once.
    private static readonly NodaTime.TimeZones.ZoneLocalMappingResolver Shown =
        NodaTime.TimeZones.Resolvers.CreateMappingResolver(
            NodaTime.TimeZones.Resolvers.ReturnEarlier, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter);
}
