using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Messages;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Topics;

/// <summary>Says something in a topic; whoever does so follows it from then on.</summary>
/// <exception cref="AppException">
/// 404 <c>message-not-found</c>, <c>attachment-not-found</c>, <c>person-not-found</c>; 409 <c>topic-closed</c>,
/// <c>message-deleted</c>, <c>attachment-taken</c>, <c>post-hidden</c>, <c>break-glass-guest</c>, <c>duty-first</c>,
/// <c>break-glass-spent</c>, <c>break-glass-receiver-spent</c>.
/// </exception>
public static class PostInTopic
{
    public static async Task<Created<MessageResponse>> Handle(
        Guid topicId,
        WriteMessageRequest request,
        CurrentPerson me,
        TopicAccess topics,
        NewMessage newMessage,
        BatonDb db,
        CancellationToken cancel)
    {
        var (topic, isSent, follows) = await topics.ForPosting(me, topicId, request.Id, cancel);
        if (isSent)
        {
            return await newMessage.Repeat(me, topic.Place, request, threadId: null, cancel);
        }

        var (message, response) = await newMessage.Write(
            me, topic.SpaceId, topic.Place, request, topic.BeganAt, threadId: null,
            await Following(topic, db, cancel), cancel);
        // Others post at the same time: each adds one, and the latest instant stays.
        db.Also($"""
            UPDATE topics SET message_count = message_count + 1,
                last_message_at = CASE WHEN last_message_at < {message.PostedAt} THEN {message.PostedAt} ELSE last_message_at END
            WHERE id = {topicId}
            """);
        db.Announce(message, "message.posted", me.Id, response);
        if (!follows)
        {
            db.TopicFollowers.Add(TopicFollower.Of(topicId, me.Id));
            db.Announce(topic, "topic.followed", me.Id, new { Id = topicId, PersonId = me.Id });
        }

        await db.SaveChangesAsync(cancel);

        return NewMessage.Created(response);
    }

    private static async Task<IReadOnlyList<Informed>> Following(Topic topic, BatonDb db, CancellationToken cancel)
    {
        var followers = await db.TopicFollowers.Where(f => f.TopicId == topic.Id)
            .Select(f => f.PersonId).ToListAsync(cancel);
        return [.. followers.Select(id => new Informed(id, Why.Follows, topic.Id))];
    }
}
