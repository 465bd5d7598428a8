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

    /// <summary>Working time with focus in it: who is in focus works.</summary>
    public WorkingHours HoursFrom(Instant since) => new(Hours, since);

    /// <summary>Off or in focus: nothing may reach them at this moment.</summary>
    public bool IsQuiet(Instant at) =>
        !WallClock.IsWorked(Hours, at) || (Focus is not null && WallClock.IsWorked(Focus, at));

    /// <summary>
    /// When the first batch after this moment comes, in their hours and not in focus; null: not within
    /// <see cref="WorkingHours.Horizon"/>.
    /// </summary>
    public Instant? NextBatch(Instant after) => _batches.Next(after);
}
