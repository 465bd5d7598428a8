using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>The only door to entries of calendars. They are their person's; to others they do not exist.</summary>
public sealed class CalendarAccess(BatonDb db)
{
    public IQueryable<CalendarEntry> Mine(CurrentPerson me) => db.CalendarEntries.Where(e => e.PersonId == me.Id);

    /// <returns>Null for an id that nothing has yet.</returns>
    /// <exception cref="AppException">404 for one of somebody else.</exception>
    public async Task<CalendarEntry?> ForWriting(CurrentPerson me, Guid entryId, CancellationToken cancel)
    {
        var entry = await db.CalendarEntries.FirstOrDefaultAsync(e => e.Id == entryId, cancel);
        return entry is null || entry.PersonId == me.Id ? entry : throw AppException.NotFound("calendar-entry");
    }

    public async Task<CalendarEntry> ForRemoving(CurrentPerson me, Guid entryId, CancellationToken cancel) =>
        await ForWriting(me, entryId, cancel) ?? throw AppException.NotFound("calendar-entry");

    public IQueryable<HolidayCalendar> MyHolidays(CurrentPerson me) =>
        db.HolidayCalendars.Where(c => c.PersonId == me.Id);

    /// <inheritdoc cref="ForWriting"/>
    public async Task<HolidayCalendar?> HolidaysForWriting(CurrentPerson me, Guid calendarId, CancellationToken cancel)
    {
        var calendar = await db.HolidayCalendars.FirstOrDefaultAsync(c => c.Id == calendarId, cancel);
        return calendar is null || calendar.PersonId == me.Id ? calendar
            : throw AppException.NotFound("holiday-calendar");
    }

    public async Task<HolidayCalendar> HolidaysForRemoving(
        CurrentPerson me, Guid calendarId, CancellationToken cancel) =>
        await HolidaysForWriting(me, calendarId, cancel) ?? throw AppException.NotFound("holiday-calendar");

    /// <summary>Somebody may stand in for me whom I may see, and who is still there.</summary>
    /// <exception cref="AppException">404 for anybody else; 400 for myself.</exception>
    public async Task RequireSubstitute(CurrentPerson me, Guid personId, CancellationToken cancel)
    {
        if (personId == me.Id)
        {
            throw AppException.Invalid("substituteId", "Nobody stands in for themselves.");
        }

        var mine = db.Memberships.Where(m => m.PersonId == me.Id).Select(m => m.SpaceId);
        var isSeen = await db.People.AnyAsync(
            p => p.Id == personId
                && p.LeftAt == null
                && (me.Role != WorkspaceRole.Guest
                    || db.Memberships.Any(m => m.PersonId == p.Id && mine.Contains(m.SpaceId))), cancel);
        if (!isSeen)
        {
            throw AppException.NotFound("person");
        }
    }
}
