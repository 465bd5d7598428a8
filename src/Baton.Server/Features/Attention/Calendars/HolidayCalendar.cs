namespace Baton.Server.Features.Attention.Calendars;

/// <summary>
/// Public holidays as somebody took them from an iCalendar file or address. One row holds all its days: people of one
/// country have the same text, which is read once.
/// </summary>
public sealed class HolidayCalendar
{
    public const int MaxNameLength = 120;

    public const int MaxUrlLength = 2000;

    private HolidayCalendar()
    {
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>As the file says, or its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it is fetched anew each day; null: it came as a file.</summary>
    public string? Url { get; private set; }

    /// <summary>A line for each: <c>2026-12-25 Christmas Day</c>; see <see cref="HolidayLines"/>.</summary>
    public string Days { get; private set; } = "";

    public DateTime FetchedAt { get; private set; }

    /// <summary>Why it could not be fetched the last time; its days stay as they were.</summary>
    public string? Problem { get; private set; }
}
