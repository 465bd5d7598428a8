using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Messages;

/// <param name="Body">Markdown. May be empty when files stand with it.</param>
/// <param name="ThreadId">The message in whose thread this one stands; null for the chat itself.</param>
/// <param name="QuoteId">A message of the chat that this one answers to.</param>
public sealed record PostMessageRequest(
    [property: MadeId] Guid Id,
    [property: TextLimit(Message.MaxBodyLength)] string Body,
    Guid? ThreadId = null,
    Guid? QuoteId = null,
    [property: MaxLength(Attachment.MaxAtOnce)] IReadOnlyList<Guid>? AttachmentIds = null,
    EnvelopeRequest? Envelope = null);

/// <summary>Says something in a space's chat.</summary>
/// <exception cref="AppException">
/// 404 <c>message-not-found</c>, <c>attachment-not-found</c>, <c>person-not-found</c>; 409 <c>message-deleted</c>,
/// <c>attachment-taken</c>, <c>post-hidden</c>, <c>break-glass-guest</c>, <c>duty-first</c>,
/// <c>break-glass-spent</c>, <c>break-glass-receiver-spent</c>.
/// </exception>
public static class PostMessage
{
    public static async Task<Created<MessageResponse>> Handle(
        Guid spaceId,
        PostMessageRequest request,
        CurrentPerson me,
        MessageAccess messages,
        NewMessage newMessage,
        BatonDb db,
        CancellationToken cancel)
    {
        var (seat, isSent) = await messages.ForPosting(me, spaceId, request.Id, cancel);
        var place = new Place(PlaceKind.Chat, seat.SpaceId);
        var written = new WriteMessageRequest(
            request.Id, request.Body, request.QuoteId, request.AttachmentIds, request.Envelope);
        if (isSent)
        {
            return await newMessage.Repeat(me, place, written, request.ThreadId, cancel);
        }

        var informed = await DirectTalk.Informed(seat, db, cancel);
        var (message, response) = await newMessage.Write(
            me, spaceId, place, written, began: null, request.ThreadId, informed, cancel);
        db.Announce(message, "message.posted", me.Id, response);
        await db.SaveChangesAsync(cancel);

        return NewMessage.Created(response);
    }
}
