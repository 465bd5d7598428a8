using Baton.Server.Data;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

/// <summary>
/// The messages a space's screens open with: the newest of its chat, threads included, and of its latest topics.
/// </summary>
public static class MessagesSnapshot
{
    private const int PerPlace = 200;

    /// <param name="topics">The topics whose messages come along.</param>
    public static async Task<IReadOnlyList<MessageResponse>> Read(
        Seat seat, IQueryable<Guid> topics, BatonDb db, CancellationToken cancel)
    {
        var seen = db.Messages.SeenFrom(seat);
        var chat = await seen.AsNoTracking()
            .Where(m => m.PlaceId == seat.SpaceId)
            .OrderByDescending(m => m.PostedAt).ThenByDescending(m => m.Id)
            .Take(PerPlace)
            .ToListAsync(cancel);

        // Where the newest of each begin is looked up in the index, so that a long topic costs no more than a short
        // one.
        var posts = await (
            from topicId in topics
            from message in seen
            where message.PlaceId == topicId
                && message.PostedAt >= (db.Messages
                    .Where(m => m.PlaceId == topicId)
                    .OrderByDescending(m => m.PostedAt)
                    .Skip(PerPlace - 1)
                    .Select(m => (DateTime?)m.PostedAt)
                    .FirstOrDefault() ?? DateTime.MinValue)
            select message).AsNoTracking().ToListAsync(cancel);

        return await MessageResponse.For([.. chat, .. posts], db, cancel);
    }
}
