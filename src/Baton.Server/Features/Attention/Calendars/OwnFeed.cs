using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Attention.Calendars;

/// <param name="Url">Told once, when it is made; what is kept of it opens nothing.</param>
/// <param name="MadeAt">Null while there is none.</param>
public sealed record CalendarFeedResponse(Uri? Url, DateTime? MadeAt);

/// <summary>The address at which other programs read my leave and focus, without signing in.</summary>
public static class OwnFeed
{
    /// <summary>Whether there is one, and since when.</summary>
    public static async Task<Ok<CalendarFeedResponse>> Read(CurrentPerson me, BatonDb db, CancellationToken cancel) =>
        TypedResults.Ok(new CalendarFeedResponse(null, (await Find(me, db, cancel))?.MadeAt));

    /// <summary>Makes an address; the one before ends.</summary>
    public static async Task<Ok<CalendarFeedResponse>> Make(
        CurrentPerson me, IOptions<BatonSettings> settings, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var secret = SecretCode.Make();
        var feed = await Find(me, db, cancel) ?? db.CalendarFeeds.Add(CalendarFeed.Make(me.Id)).Entity;
        feed.OpenWith(secret, clock.UtcNow());
        db.Announce((await me.Load(cancel)).PersonalSpaceId, "calendar.noted", me.Id, me.Id,
            new { Feed = new { feed.MadeAt } });
        await db.SaveChangesAsync(cancel);

        var url = new Uri(settings.Value.Url, $"/api/calendar-feeds/{secret.Code}.ics");
        return TypedResults.Ok(new CalendarFeedResponse(url, feed.MadeAt));
    }

    /// <summary>Ends it: nobody reads my calendar there any more.</summary>
    public static async Task<NoContent> Revoke(CurrentPerson me, BatonDb db, CancellationToken cancel)
    {
        if (await Find(me, db, cancel) is { } feed)
        {
            db.CalendarFeeds.Remove(feed);
            db.Announce((await me.Load(cancel)).PersonalSpaceId, "calendar.noted", me.Id, me.Id,
                new { Feed = (object?)null });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.NoContent();
    }

    private static Task<CalendarFeed?> Find(CurrentPerson me, BatonDb db, CancellationToken cancel) =>
        db.CalendarFeeds.FirstOrDefaultAsync(f => f.PersonId == me.Id, cancel);
}
