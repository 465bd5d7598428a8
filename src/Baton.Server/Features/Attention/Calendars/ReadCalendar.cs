using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>My calendar of a year: what is not as in every week, holidays, and focus that comes back.</summary>
public static class ReadCalendar
{
    /// <param name="year">
    /// Entries that touch it or the evening before are shown, and weekly focus. Without one it is this year.
    /// </param>
    public static async Task<Ok<CalendarResponse>> Handle(
        CurrentPerson me, CalendarAccess calendars, BatonDb db, TimeProvider clock, CancellationToken cancel,
        [Range(1900, 2999)] int? year = null)
    {
        var shown = year ?? clock.UtcNow().Year;
        // What began on the last evening of the year before may go on after midnight.
        var (first, last) = (new DateOnly(shown, 1, 1).AddDays(-1), new DateOnly(shown, 12, 31));
        var batches = await db.People.Where(p => p.Id == me.Id).Select(p => p.Batches).SingleAsync(cancel);
        var entries = await calendars.Mine(me).AsNoTracking()
            .Where(e => e.FirstDay == null || (e.FirstDay <= last && e.LastDay >= first))
            .OrderBy(e => e.FirstDay).ThenBy(e => e.CreatedAt).ThenBy(e => e.Id).ToListAsync(cancel);
        var imported = await db.HolidayCalendars.AsNoTracking().Where(c => c.PersonId == me.Id)
            .OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(cancel);
        return TypedResults.Ok(new CalendarResponse(
            shown,
            [.. entries.Select(CalendarEntryResponse.From)],
            [.. imported.SelectMany(calendar => Holidays(calendar, shown)).OrderBy(holiday => holiday.Day)],
            [.. imported.Select(HolidayCalendarResponse.From)],
            batches?.Split(',')));
    }

    private static IEnumerable<HolidayResponse> Holidays(HolidayCalendar calendar, int year) =>
        from holiday in HolidayLines.Read(calendar.Days)
        where holiday.Day.Year == year
        select new HolidayResponse(holiday.Day.ToDateOnly(), holiday.Name, calendar.Id);
}
