using System.Globalization;
using Baton.Server.Kernel.WorkingTime;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>What is not as in every week of mine, in a year, and when my batches come.</summary>
/// <param name="Batches">My own times of day; null: the three that are everybody's.</param>
public sealed record CalendarResponse(
    int Year,
    IReadOnlyList<CalendarEntryResponse> Entries,
    IReadOnlyList<HolidayResponse> Holidays,
    IReadOnlyList<HolidayCalendarResponse> HolidayCalendars,
    IReadOnlyList<string>? Batches);

/// <param name="FirstDay">Null for focus that comes back every week; of a swap the day that is free.</param>
/// <param name="Start"><c>HH:mm</c>, of hours off and of focus on one day.</param>
/// <param name="End"><c>HH:mm</c>; at or before the start it is on the next day.</param>
/// <param name="Week">Of focus that comes back every week, as hours are written: <c>Mo-Th 09:00-11:00</c>.</param>
/// <param name="WorkedOn">Of a swap: the day worked instead.</param>
/// <param name="Zone">Of a stay: the IANA zone I am in.</param>
/// <param name="SubstituteId">Of leave: who stands in for me.</param>
/// <param name="Resume">Of focus on one day: where I was and what comes next; null for none.</param>
public sealed record CalendarEntryResponse(
    Guid Id,
    CalendarEntryKind Kind,
    string Title,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    string? Start,
    string? End,
    string? Week,
    DateOnly? WorkedOn,
    string? Zone,
    Guid? SubstituteId,
    string? Resume)
{
    public static CalendarEntryResponse From(CalendarEntry entry) => new(
        entry.Id, entry.Kind, entry.Title, entry.FreeOn ?? entry.FirstDay, entry.FreeOn ?? entry.LastDay,
        TimeOf(entry.StartMinute), TimeOf(entry.EndMinute), entry.Week, entry.WorkedOn, entry.Zone,
        entry.SubstituteId, entry.Resume.Length > 0 ? entry.Resume : null);

    private static string? TimeOf(int? minute) => minute is not { } some ? null
        : some == WorkInterval.MinutesOfDay ? "24:00"
        : string.Create(CultureInfo.InvariantCulture, $"{some / 60 % 24:00}:{some % 60:00}");
}

/// <summary>A public holiday, of one of my imported calendars.</summary>
public sealed record HolidayResponse(DateOnly Day, string Name, Guid CalendarId);

/// <param name="Url">Where it is fetched anew each day; null: it came as a file.</param>
/// <param name="Days">How many days it has, in all years.</param>
/// <param name="Problem">
/// Why it could not be fetched the last time (<c>unreachable</c>, <c>too-large</c>, <c>no-holidays</c>); its days are
/// those of the time before.
/// </param>
public sealed record HolidayCalendarResponse(
    Guid Id, string Name, string? Url, int Days, DateTime FetchedAt, string? Problem)
{
    public static HolidayCalendarResponse From(HolidayCalendar calendar) => new(
        calendar.Id, calendar.Name, calendar.Url, HolidayLines.Read(calendar.Days).Count(), calendar.FetchedAt,
        calendar.Problem);
}
