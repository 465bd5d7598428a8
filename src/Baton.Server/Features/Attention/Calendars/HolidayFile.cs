using Baton.Server.Kernel.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace Baton.Server.Features.Attention.Calendars;

/// <param name="Name">What the file calls itself; empty if it does not.</param>
public sealed record HolidayFile(string Name, IReadOnlyList<Holiday> Holidays)
{
    public const int MaxCharacters = 700_000;

    public const int MaxHolidays = 1000;

    private const int MaxEvents = 3000;

    private const int MaxRecurring = 300;

    /// <summary>Characters of a rule: some lists may be made as long as the file.</summary>
    private const int MaxRule = 100;

    // A longer one is a season.
    private const int LongestInDays = 60;

    private const int YearsBefore = 1;
    private const int YearsAfter = 5;

    /// <summary>
    /// Its all-day events (RFC 5545), those that come back every year with their days, from last year to five years on.
    /// </summary>
    /// <returns>Null when it is no calendar, has no such event, or more than a calendar of holidays could.</returns>
    public static HolidayFile? Read(string text, int thisYear)
    {
        if (text.Length > MaxCharacters || !text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            // A long-lived calendar of everything is read for nothing.
            return text.Split("BEGIN:VEVENT").Length <= MaxEvents
                && Calendar.Load(text) is { } calendar
                && calendar.Events.Count(one => one.RecurrenceRule is not null) <= MaxRecurring
                ? From(calendar, thisYear)
                : null;
        }
        catch (Exception malformed) when (malformed is not OutOfMemoryException)
        {
            // The library has no exception of its own for what it cannot read.
            return null;
        }
    }

    private static HolidayFile? From(Calendar calendar, int thisYear)
    {
        var (from, until) = (
            new LocalDate(thisYear - YearsBefore, 1, 1), new LocalDate(thisYear + YearsAfter, 12, 31));
        List<Holiday> holidays =
        [
            .. calendar.Events.Where(IsHoliday).SelectMany(one => DaysOf(one, from, until))
                .Where(holiday => from <= holiday.Day && holiday.Day <= until)
                .Distinct().OrderBy(holiday => holiday.Day).Take(MaxHolidays + 1),
        ];
        var name = calendar.Properties.Get<string>("X-WR-CALNAME") ?? calendar.Properties.Get<string>("NAME");
        return holidays.Count is > 0 and <= MaxHolidays
            ? new HolidayFile(Line(name, HolidayCalendar.MaxNameLength), holidays)
            : null;
    }

    private static bool IsHoliday(CalendarEvent one) =>
        one.Start is { HasTime: false, Year: >= 1900 }
        && !string.Equals(one.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Holiday> DaysOf(CalendarEvent one, LocalDate from, LocalDate until)
    {
        var (first, name) = (Day(one.Start!), Line(one.Summary, CalendarEntry.MaxTitleLength));
        var days = one.End is { } end ? NodaTime.Period.DaysBetween(first, Day(end)) : 1;
        return Begins(one, first, from, until)
            .SelectMany(begin => Enumerable.Range(0, Math.Clamp(days, 1, LongestInDays)).Select(begin.PlusDays))
            .Select(day => new Holiday(day, name));
    }

    private static IEnumerable<LocalDate> Begins(
        CalendarEvent one, LocalDate first, LocalDate from, LocalDate until)
    {
        if (one.RecurrenceRule is not { } rule)
        {
            return [first];
        }

        if (!IsYearly(rule))
        {
            return [];
        }

        // The library counts from the beginning. A rule that repeats by the year is the same from a later year on.
        var years = 4 * rule.Interval;
        var later = Math.Max(0, (from.Year - 1 - first.Year) / years) * years;
        one.Start = new CalDateTime(first.PlusYears(later).ToDateOnly());
        one.End = null;
        return one.GetOccurrences(new CalDateTime(from.PlusDays(-LongestInDays).ToDateOnly()))
            .Select(occurrence => Day(occurrence.Period.StartTime))
            .TakeWhile(day => day <= until)
            .Take(MaxHolidays + 1);
    }

    // Any other rule may be made to be expanded for ever.
    private static bool IsYearly(RecurrenceRule rule) =>
        rule is
        {
            Frequency: FrequencyType.Yearly, Interval: >= 1 and <= 100, Count: null,
            ByHour: [], ByMinute: [], BySecond: [],
        }
        && rule.ToString() is { Length: <= MaxRule };

    private static LocalDate Day(CalDateTime date) => new(date.Year, date.Month, date.Day);

    private static string Line(string? text, int max)
    {
        var cut = text is { Length: > 0 } ? text[..Math.Min(text.Length, max)] : "";
        return PlainText.OptionalLine("name", cut, max);
    }
}
