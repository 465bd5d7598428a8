using System.Text;
using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>
/// Somebody's leave and focus as an iCalendar, for whoever knows its secret address; no sign-in, as calendar programs
/// have none.
/// </summary>
/// <exception cref="AppException">404 <c>calendar-feed-not-found</c>.</exception>
public static class ReadFeed
{
    /// <summary>What was longer ago is history.</summary>
    private const int ShownDaysBack = 90;

    public static async Task<FileContentHttpResult> Handle(
        string secret, HttpContext http, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var hash = SecretCode.HashOf(secret);
        var person = await (
            from feed in db.CalendarFeeds.AsNoTracking()
            join found in db.People.AsNoTracking() on feed.PersonId equals found.Id
            where feed.SecretHash == hash
            select found).FirstOrDefaultAsync(cancel) ?? throw AppException.NotFound("calendar-feed");
        var since = DateOnly.FromDateTime(clock.UtcNow()).AddDays(-ShownDaysBack);
        var entries = await db.CalendarEntries.AsNoTracking()
            .Where(e => e.PersonId == person.Id && (e.LastDay == null || e.LastDay >= since))
            .OrderBy(e => e.FirstDay).ThenBy(e => e.CreatedAt).ThenBy(e => e.Id).ToListAsync(cancel);
        http.Response.Headers.CacheControl = "private, no-cache";
        var text = FeedText.Of(person, entries);
        return TypedResults.Bytes(
            Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{SecretCode.HashOf(text)}\""));
    }
}
