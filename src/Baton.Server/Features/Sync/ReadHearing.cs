using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Features.Spaces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Sync;

/// <param name="SpaceId">Where the place lies.</param>
/// <param name="Title">Of a topic or a task; empty of a space and of its chat.</param>
public sealed record HearingSummary(
    HearingPlace Place, Guid PlaceId, Guid SpaceId, string Title, HearingLevel Level, DateTime ChosenAt);

/// <summary>What I chose to hear, the newest first; of places that I see no more nothing is shown.</summary>
public static class ReadHearing
{
    public static async Task<Ok<IReadOnlyList<HearingSummary>>> Handle(
        CurrentPerson me, SpaceAccess spaces, BatonDb db, CancellationToken cancel)
    {
        var mine = db.Hearings.AsNoTracking().Where(h => h.PersonId == me.Id);
        var ofSpaces = await (
            from hearing in mine
            join seat in spaces.SeatsOf(me.Id) on hearing.PlaceId equals seat.SpaceId
            select new HearingSummary(
                hearing.Place, hearing.PlaceId, seat.SpaceId, "", hearing.Level, hearing.ChosenAt))
            .ToListAsync(cancel);
        var ofTopics = await (
            from hearing in mine
            join seen in spaces.Seen(db.Topics, me.Id) on hearing.PlaceId equals seen.Item.Id
            select new HearingSummary(
                hearing.Place, hearing.PlaceId, seen.Item.SpaceId, seen.Item.Title, hearing.Level, hearing.ChosenAt))
            .ToListAsync(cancel);
        var ofTasks = await (
            from hearing in mine
            join seen in spaces.Seen(db.Tasks, me.Id) on hearing.PlaceId equals seen.Item.Id
            select new HearingSummary(
                hearing.Place, hearing.PlaceId, seen.Item.SpaceId, seen.Item.Title, hearing.Level, hearing.ChosenAt))
            .ToListAsync(cancel);
        return TypedResults.Ok<IReadOnlyList<HearingSummary>>(
            [.. ofSpaces.Concat(ofTopics).Concat(ofTasks).OrderByDescending(h => h.ChosenAt).ThenBy(h => h.PlaceId)]);
    }
}
