using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Calendars;

/// <param name="Id">The calendar's; with one that is there already, it is read anew.</param>
/// <param name="File">The text of an iCalendar file.</param>
/// <param name="Url">Or where one stands, to be fetched anew each day.</param>
/// <param name="Name">What I call it; without one it keeps the name it has.</param>
public sealed record ImportHolidaysRequest(
    [property: MadeId] Guid Id,
    [property: MaxLength(HolidayFile.MaxCharacters)] string? File = null,
    [property: MaxLength(HolidayCalendar.MaxUrlLength)] string? Url = null,
    [property: TextLimit(HolidayCalendar.MaxNameLength)] string? Name = null);

/// <summary>
/// Takes public holidays into my calendar. The same file or address again replaces what came from it before.
/// </summary>
/// <exception cref="AppException">
/// 404 <c>holiday-calendar-not-found</c>; 409 <c>holiday-calendars-full</c>.
/// </exception>
public static class ImportHolidays
{
    public static async Task<Ok<HolidayCalendarResponse>> Handle(
        ImportHolidaysRequest request, CurrentPerson me, CalendarAccess calendars, HolidaySource source, BatonDb db,
        TimeProvider clock, CancellationToken cancel)
    {
        var file = await source.Read(request.File, request.Url, cancel);
        var name = request.Name is { Length: > 0 } given ? given
            : file.Name.Length > 0 ? file.Name
            : request.Url is { } url ? new Uri(url).Host : "Holidays";
        var calendar = await calendars.HolidaysForWriting(me, request.Id, cancel)
            ?? await FromThere(request.Url, name, me, calendars, cancel)
            ?? await Begin(request.Id, me, calendars, db, cancel);
        if (calendar.Take(name, request.Url, file.Holidays, clock.UtcNow()))
        {
            var response = HolidayCalendarResponse.From(calendar);
            CalendarChange.Announce(
                await me.Load(cancel), calendar.Id, new { Holidays = response }, db, clock.UtcNow());
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(HolidayCalendarResponse.From(calendar));
    }

    private static Task<HolidayCalendar?> FromThere(
        string? url, string name, CurrentPerson me, CalendarAccess calendars, CancellationToken cancel) =>
        calendars.MyHolidays(me)
            .FirstOrDefaultAsync(c => c.Url == url && (url != null || c.Name == name), cancel);

    private static async Task<HolidayCalendar> Begin(
        Guid id, CurrentPerson me, CalendarAccess calendars, BatonDb db, CancellationToken cancel)
    {
        if (await calendars.MyHolidays(me).CountAsync(cancel) >= HolidayCalendar.MaxPerPerson)
        {
            throw AppException.Conflict("holiday-calendars-full",
                $"You have {HolidayCalendar.MaxPerPerson} calendars of holidays. Remove one first.");
        }

        var calendar = HolidayCalendar.Make(id, me.Id);
        db.HolidayCalendars.Add(calendar);
        return calendar;
    }
}
