using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Baton.Server.Features.Attention.Calendars;

public sealed record Holiday(LocalDate Day, string Name);

/// <summary>Holidays in writing, a line for each: <c>2026-12-25 Christmas Day</c>.</summary>
public static class HolidayLines
{
    private const int DateLength = 10;

    public static string Write(IEnumerable<Holiday> holidays) => string.Join('\n', holidays.Select(holiday =>
        string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(holiday.Day)} {holiday.Name}")));

    public static IEnumerable<Holiday> Read(string lines) => lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => new Holiday(
            LocalDatePattern.Iso.Parse(line[..DateLength]).Value, line[DateLength..].TrimStart()));
}
