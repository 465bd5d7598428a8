using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>Takes an entry out of my calendar.</summary>
/// <exception cref="AppException">404 <c>calendar-entry-not-found</c>.</exception>
public static class RemoveCalendarEntry
{
    public static async Task<NoContent> Handle(
        Guid entryId, CurrentPerson me, CalendarAccess calendars, BatonDb db, TimeProvider clock,
        CancellationToken cancel)
    {
        var entry = await calendars.ForRemoving(me, entryId, cancel);
        db.CalendarEntries.Remove(entry);
        CalendarChange.Announce(await me.Load(cancel), entry.Id, new { Removed = entry.Id }, db, clock.UtcNow());
        await db.SaveChangesAsync(cancel);

        return TypedResults.NoContent();
    }
}
