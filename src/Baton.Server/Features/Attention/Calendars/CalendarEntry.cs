namespace Baton.Server.Features.Attention.Calendars;

public enum CalendarEntryKind
{
    Leave,
    Holiday,
    HoursOff,
    Swap,
    Stay,
    Focus,
}

/// <summary>
/// What makes some days of a person other than their week says. All of it is civil: days and times of day as they see
/// them on the wall where they are.
/// </summary>
public sealed class CalendarEntry
{
    public const int MaxTitleLength = 120;

    private CalendarEntry()
    {
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    public CalendarEntryKind Kind { get; private init; }

    /// <summary>Null for focus that comes back every week.</summary>
    public DateOnly? FirstDay { get; private set; }

    public DateOnly? LastDay { get; private set; }

    /// <summary>Of hours off and focus on one day: minutes after its midnight, below 1,440.</summary>
    public int? StartMinute { get; private set; }

    /// <summary>Minutes after the same midnight; beyond 1,440 it ends on the next day.</summary>
    public int? EndMinute { get; private set; }

    /// <summary>Of focus that comes back every week, as hours are written: <c>Mo-Th 09:00-11:00</c>.</summary>
    public string? Week { get; private set; }

    /// <summary>Of a swap: the day worked, the first or the last; the other one is free.</summary>
    public DateOnly? WorkedOn { get; private set; }

    /// <summary>Of a stay: the IANA zone they are in.</summary>
    public string? Zone { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Of leave: who stands in.</summary>
    public Guid? SubstituteId { get; private set; }

    public DateTime CreatedAt { get; private init; }
}
