using Baton.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>Whoever goes leaves no calendar behind, and stands in for nobody.</summary>
public static class CalendarFarewell
{
    /// <summary>The caller saves.</summary>
    public static async Task To(Guid personId, BatonDb db, CancellationToken cancel)
    {
        db.CalendarEntries.RemoveRange(
            await db.CalendarEntries.Where(e => e.PersonId == personId).ToListAsync(cancel));
        db.HolidayCalendars.RemoveRange(
            await db.HolidayCalendars.Where(c => c.PersonId == personId).ToListAsync(cancel));
        db.CalendarFeeds.RemoveRange(await db.CalendarFeeds.Where(f => f.PersonId == personId).ToListAsync(cancel));
        foreach (var entry in await db.CalendarEntries.Where(e => e.SubstituteId == personId).ToListAsync(cancel))
        {
            entry.LoseSubstitute();
        }
    }
}
