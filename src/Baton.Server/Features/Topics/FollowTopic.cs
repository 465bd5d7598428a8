using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Topics;

/// <summary>Everybody who reads a topic may follow it, for themselves.</summary>
public static class FollowTopic
{
    /// <summary>
    /// Follows a topic, for oneself; everybody who reads it may. Who had chosen to hear less of it hears it again.
    /// </summary>
    /// <exception cref="AppException">409 <c>hearing-full</c>.</exception>
    public static async Task<Ok<TopicResponse>> Handle(
        Guid topicId, CurrentPerson me, TopicAccess topics, HearingChoices choices, BatonDb db,
        CancellationToken cancel)
    {
        var topic = await topics.ForFollowing(me, topicId, cancel);
        if (!topic.IsFollowedBy(me.Id))
        {
            topic.Follow(me.Id);
            db.Announce(topic, "topic.followed", me.Id, new { topic.Id, PersonId = me.Id });
        }

        await choices.HearAgain(HearingPlace.Topic, topicId, topic.SpaceId, cancel);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(TopicResponse.From(topic));
    }

    /// <summary>Follows a topic no longer.</summary>
    public static async Task<Ok<TopicResponse>> Undo(
        Guid topicId, CurrentPerson me, TopicAccess topics, BatonDb db, CancellationToken cancel)
    {
        var topic = await topics.ForFollowing(me, topicId, cancel);
        if (topic.IsFollowedBy(me.Id))
        {
            topic.Unfollow(me.Id);
            db.Announce(topic, "topic.unfollowed", me.Id, new { topic.Id, PersonId = me.Id });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TopicResponse.From(topic));
    }
}
