using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Topics;

/// <summary>
/// The only door to a topic: with its followers, its outcome and the seat of the person in its space. Whoever has no
/// seat there, or may not look so far back, is told that it does not exist.
/// </summary>
public sealed class TopicAccess(BatonDb db, SpaceAccess spaces)
{
    public async Task<(Topic Topic, Seat Seat)> ForReading(CurrentPerson me, Guid topicId, CancellationToken cancel)
    {
        var found = await spaces.Seen(db.Topics.Include(t => t.Followers).Include(t => t.Closure), me.Id)
            .FirstOrDefaultAsync(s => s.Item.Id == topicId, cancel) ?? throw AppException.NotFound("topic");
        return (found.Item, found.Seat);
    }

    /// <summary>
    /// To post in it, and whether the message is there already and its author a follower: one query for every post.
    /// Not tracked, for a post changes nothing of the topic that others do not change at the same time.
    /// </summary>
    /// <exception cref="AppException">409 <c>topic-closed</c>, unless the message was sent before that.</exception>
    public async Task<(Topic Topic, bool IsSent, bool Follows)> ForPosting(
        CurrentPerson me, Guid topicId, Guid messageId, CancellationToken cancel)
    {
        var found = await (
            from seen in spaces.Seen(db.Topics.AsNoTracking().Include(t => t.Closure), me.Id)
            where seen.Item.Id == topicId
            select new
            {
                Topic = seen.Item,
                seen.Seat,
                IsSent = db.Messages.Any(m => m.Id == messageId),
                Follows = seen.Item.Followers.Any(f => f.PersonId == me.Id),
            }).FirstOrDefaultAsync(cancel) ?? throw AppException.NotFound("topic");
        if (!found.IsSent)
        {
            spaces.Use(found.Seat, Rights.PostMessage);
            if (found.Topic.IsClosed)
            {
                throw found.Topic.Closed();
            }

            db.Provided($"NOT EXISTS (SELECT 1 FROM closures WHERE topic_id = {topicId} AND reopened_at IS NULL)");
        }

        return (found.Topic, found.IsSent, found.Follows);
    }

    /// <summary>Everybody in the space, while it is not archived.</summary>
    public async Task<Topic> ForFollowing(CurrentPerson me, Guid topicId, CancellationToken cancel)
    {
        var (topic, seat) = await ForReading(me, topicId, cancel);
        spaces.Use(seat, Rights.PostMessage);
        return topic;
    }

    public async Task<Topic> ForRenaming(CurrentPerson me, Guid topicId, CancellationToken cancel)
    {
        var (topic, seat) = await ForReading(me, topicId, cancel);
        spaces.Use(seat, Rights.RenameTopic);
        return topic;
    }

    /// <summary>To close or reopen it: whoever may close any, and its opener.</summary>
    public async Task<Topic> ForClosing(CurrentPerson me, Guid topicId, CancellationToken cancel)
    {
        var (topic, seat) = await ForReading(me, topicId, cancel);
        spaces.Use(seat,
            topic.OpenedById == me.Id && seat.May(Rights.CloseOwnTopic) ? Rights.CloseOwnTopic : Rights.CloseAnyTopic);
        return topic;
    }
}
