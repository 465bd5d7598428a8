using Baton.Server.Data;
using Baton.Server.Features.Messages;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Topics;

/// <summary>The topics a space's screens open with, and the messages of its chat and of the latest topics.</summary>
public sealed record TopicsSnapshot(IReadOnlyList<TopicResponse> Topics, IReadOnlyList<MessageResponse> Messages)
{
    private const int Heads = 500;
    private const int WithMessages = 50;

    public static async Task<TopicsSnapshot> Read(Seat seat, BatonDb db, CancellationToken cancel)
    {
        var latest = db.Topics.SeenFrom(seat)
            .AsNoTracking().OrderByDescending(t => t.LastMessageAt).ThenByDescending(t => t.Id);
        var topics = await latest.Take(Heads)
            .Include(t => t.Followers).Include(t => t.Closure).AsSplitQuery().ToListAsync(cancel);
        var messages = await MessagesSnapshot.Read(seat, latest.Take(WithMessages).Select(t => t.Id), db, cancel);
        return new TopicsSnapshot([.. topics.Select(TopicResponse.From)], messages);
    }
}
