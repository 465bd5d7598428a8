using Baton.Server.Kernel.WorkingTime;
using NodaTime;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>Everything that says when somebody may be reached.</summary>
/// <remarks>Not for several threads at once, as <see cref="WorkingHours"/>.</remarks>
/// <param name="Focus">When they are left alone within their hours; null: never.</param>
/// <param name="Batches">Times of day; null for the three that are everybody's.</param>
/// <param name="Assumed">They have not said when they work.</param>
public sealed record PersonCalendar(
    Guid PersonId, WorkCalendar Hours, WorkCalendar? Focus, IReadOnlyList<LocalTime>? Batches, bool Assumed)
{
    private readonly BatchTimes _batches = new(Hours, Focus, Batches);

    /// <summary>Their leave, by days where they are.</summary>
    public IReadOnlyList<Leave> Leave { get; init; } = [];

    /// <summary>Working time with focus in it: who is in focus works.</summary>
    public WorkingHours HoursFrom(Instant since) => new(Hours, since);

    /// <summary>Off or in focus: nothing may reach them at this moment.</summary>
    public bool IsQuiet(Instant at) =>
        !WallClock.IsWorked(Hours, at) || (Focus is not null && WallClock.IsWorked(Focus, at));

    /// <summary>
    /// The stretch around a moment in which they work and are not in focus, as far as it reaches within a day before
    /// and after; null: the moment is quiet.
    /// </summary>
    public Interval? OpenAround(Instant at)
    {
        var near = new Interval(at - Duration.FromDays(1), at + Duration.FromDays(1));
        if (WallClock.Worked(Hours, near).Where(one => one.Contains(at)).Cast<Interval?>().FirstOrDefault()
            is not { } open)
        {
            return null;
        }

        foreach (var focus in Focus is null ? [] : WallClock.Worked(Focus, open))
        {
            if (focus.Contains(at))
            {
                return null;
            }

            open = focus.End <= at ? new Interval(focus.End, open.End)
                : focus.Start < open.End ? new Interval(open.Start, focus.Start)
                : open;
        }

        return open;
    }

    /// <summary>
    /// When the first batch after this moment comes, in their hours and not in focus; null: not within
    /// <see cref="WorkingHours.Horizon"/>.
    /// </summary>
    public Instant? NextBatch(Instant after) => _batches.Next(after);

    /// <summary>Where they are on that day.</summary>
    public DateTimeZone ZoneAt(Instant at) => Hours.ZoneOn(at.InZone(Hours.Zone).Date);

    public LocalDate DayAt(Instant at) => at.InZone(ZoneAt(at)).Date;

    /// <summary>The leave that lies between this moment and their next work; null while they work.</summary>
    public Leave? LeaveAt(Instant at)
    {
        var next = HoursFrom(at).NextWorking(at);
        var today = DayAt(at);
        return next == at ? null
            : next is { } back && DayAt(back) > today ? Within(new DateInterval(today, DayAt(back).PlusDays(-1)))
            : next is null ? Within(new DateInterval(today, today))
            : null;
    }

    // Of several, whoever stands in of one of them does.
    private Leave? Within(DateInterval days) =>
        Leave.Where(leave => leave.Days.Intersection(days) is not null).MaxBy(leave => leave.SubstituteId is not null);
}

/// <param name="SubstituteId">Who stands in.</param>
public sealed record Leave(DateInterval Days, Guid? SubstituteId);
