using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>
/// Public holidays as somebody took them from an iCalendar file or address. One row holds all its days: people of one
/// country have the same text, which is read once.
/// </summary>
public sealed class HolidayCalendar
{
    public const int MaxNameLength = 120;

    public const int MaxUrlLength = 2000;

    /// <summary>Nobody has holidays of more countries.</summary>
    public const int MaxPerPerson = 10;

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

    public static HolidayCalendar Make(Guid id, Guid personId) => new() { Id = id, PersonId = personId };

    /// <summary>What its file says now, in place of what it said.</summary>
    /// <returns>Whether anything of it is new.</returns>
    public bool Take(string name, string? url, IReadOnlyList<Holiday> holidays, DateTime now)
    {
        var before = (Name, Url, Days, Problem);
        Name = PlainText.Line("name", name, MaxNameLength);
        Url = url is null || url.Length <= MaxUrlLength
            ? url
            : throw AppException.Invalid("url", $"An address may have up to {MaxUrlLength} characters.");
        Days = HolidayLines.Write(holidays);
        (FetchedAt, Problem) = (now, null);
        return before != (Name, Url, Days, Problem);
    }

    /// <summary>It could not be fetched; its days stay.</summary>
    /// <returns>Whether that is new.</returns>
    public bool Miss(string problem)
    {
        var isNew = Problem != problem;
        Problem = problem;
        return isNew;
    }
}
