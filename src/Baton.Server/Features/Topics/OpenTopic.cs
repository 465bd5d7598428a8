using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Messages;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Topics;

/// <param name="MessageId">The id of the opening message.</param>
/// <param name="Body">Its words, in Markdown.</param>
public sealed record OpenTopicRequest(
    [property: MadeId] Guid Id,
    [property: TextLimit(Topic.MaxTitleLength)] string Title,
    [property: MadeId] Guid MessageId,
    [property: TextLimit(Message.MaxBodyLength)] string Body,
    [property: MaxLength(Attachment.MaxAtOnce)] IReadOnlyList<Guid>? AttachmentIds = null,
    EnvelopeRequest? Envelope = null);

/// <summary>Opens a topic with its first message.</summary>
/// <exception cref="AppException">
/// 404 <c>attachment-not-found</c>, <c>person-not-found</c>; 409 <c>attachment-taken</c>, <c>post-hidden</c>,
/// <c>break-glass-guest</c>, <c>duty-first</c>, <c>break-glass-spent</c>, <c>break-glass-receiver-spent</c>.
/// </exception>
public static class OpenTopic
{
    public static async Task<Created<TopicResponse>> Handle(
        Guid spaceId,
        OpenTopicRequest request,
        CurrentPerson me,
        SpaceAccess spaces,
        NewMessage newMessage,
        BatonDb db,
        CancellationToken cancel)
    {
        var seat = await spaces.For(me, spaceId, Rights.OpenTopic, cancel);
        var fingerprint = Fingerprint.Of(me.Id, new { spaceId, request });
        if (await Opened(request, fingerprint, db, cancel) is { } opened)
        {
            return Created(opened);
        }

        var opening = new WriteMessageRequest(
            request.MessageId, request.Body, AttachmentIds: request.AttachmentIds, Envelope: request.Envelope);
        var (message, response) = await newMessage.Write(
            me, seat.SpaceId, Topic.PlaceOf(request.Id), opening, began: null, threadId: null,
            await DirectTalk.Informed(seat, db, cancel), cancel);
        var topic = Topic.Open(request.Id, spaceId, request.Title, me.Id, message.Id, fingerprint, message.PostedAt);
        db.Topics.Add(topic);
        db.Announce(topic, "topic.opened", me.Id, new { Topic = TopicResponse.From(topic), Message = response });
        await db.SaveChangesAsync(cancel);

        return Created(topic);
    }

    private static async Task<Topic?> Opened(
        OpenTopicRequest request, string fingerprint, BatonDb db, CancellationToken cancel)
    {
        var opened = await db.Topics.AsNoTracking().Include(t => t.Followers).Include(t => t.Closure)
            .FirstOrDefaultAsync(t => t.Id == request.Id, cancel);
        if (opened is not null)
        {
            Fingerprint.RequireSame(opened.Fingerprint, fingerprint);
        }
        else if (await db.Messages.AnyAsync(m => m.Id == request.MessageId, cancel))
        {
            throw AppException.Conflict("id-taken", "That id is taken.");
        }

        return opened;
    }

    private static Created<TopicResponse> Created(Topic topic) =>
        TypedResults.Created($"/api/topics/{topic.Id}", TopicResponse.From(topic));
}
