using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>Takes the holidays of one imported calendar out of mine.</summary>
/// <exception cref="AppException">404 <c>holiday-calendar-not-found</c>.</exception>
public static class RemoveHolidays
{
    public static async Task<NoContent> Handle(
        Guid calendarId, CurrentPerson me, CalendarAccess calendars, BatonDb db, TimeProvider clock,
        CancellationToken cancel)
    {
        var calendar = await calendars.HolidaysForRemoving(me, calendarId, cancel);
        db.HolidayCalendars.Remove(calendar);
        CalendarChange.Announce(await me.Load(cancel), calendar.Id, new { Removed = calendar.Id }, db, clock.UtcNow());
        await db.SaveChangesAsync(cancel);

        return TypedResults.NoContent();
    }
}
