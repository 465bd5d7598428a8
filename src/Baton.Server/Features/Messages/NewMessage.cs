using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

/// <param name="Body">Markdown. May be empty when files stand with it.</param>
/// <param name="QuoteId">A message of the same place that this one answers to.</param>
public sealed record WriteMessageRequest(
    [property: MadeId] Guid Id,
    [property: TextLimit(Message.MaxBodyLength)] string Body,
    Guid? QuoteId = null,
    [property: MaxLength(Attachment.MaxAtOnce)] IReadOnlyList<Guid>? AttachmentIds = null,
    EnvelopeRequest? Envelope = null);

/// <summary>
/// The one place where a message comes into being, wherever it stands. The caller has been through the door, and saves.
/// </summary>
public sealed class NewMessage(
    MessageAccess messages,
    AttachmentAccess attachments,
    Envelopes envelopes,
    Markdown markdown,
    BatonDb db,
    TimeProvider clock)
{
    /// <summary>The answer to a request that is sent again.</summary>
    /// <exception cref="AppException">
    /// 409 <c>id-taken</c> when another request made the message with this id.
    /// </exception>
    public async Task<Created<MessageResponse>> Repeat(
        CurrentPerson me, Place place, WriteMessageRequest request, Guid? threadId, CancellationToken cancel)
    {
        var sent = await db.Messages.AsNoTracking().SingleAsync(m => m.Id == request.Id, cancel);
        Fingerprint.RequireSame(sent.Fingerprint, FingerprintOf(me, place, request, threadId));
        return Created(await MessageResponse.For(sent, db, cancel));
    }

    /// <param name="began">When the topic or task began that it stands in; null in the chat.</param>
    /// <param name="threadId">The message in whose thread it stands; null outside the chat's threads.</param>
    /// <param name="informed">Who learns of it without being named.</param>
    public async Task<(Message Message, MessageResponse Response)> Write(
        CurrentPerson me,
        Guid spaceId,
        Place place,
        WriteMessageRequest request,
        DateTime? began,
        Guid? threadId,
        IReadOnlyList<Informed> informed,
        CancellationToken cancel)
    {
        var thread = threadId is { } root ? await messages.ForAnswering(me, root, place, cancel) : null;
        var quoted = request.QuoteId is { } quote ? await messages.ForQuoting(me, quote, place, cancel) : null;
        var files = await attachments.ForAttaching(me, spaceId, request.AttachmentIds, cancel);
        var draft = new Draft(
            request.Id, spaceId, place, began, request.Body, FingerprintOf(me, place, request, threadId),
            RootOf(thread), quoted, files);

        var now = clock.UtcNow();
        var message = Message.Post(draft, me.Id, markdown, now);
        foreach (var file in files)
        {
            file.AttachToMessage(message.Id, message.BeganAt, now);
        }

        db.Messages.Add(message);
        var asked = await envelopes.Seal(
            message.AsPost(markdown), request.Envelope, markdown.Mentions(message.Body), informed, cancel);
        message.Address(asked);
        if (thread is not null)
        {
            db.Also($"UPDATE messages SET reply_count = reply_count + 1 WHERE id = {thread.Id}");
        }

        return (message, MessageResponse.From(message, files, [], asked.Asks));
    }

    public static Created<MessageResponse> Created(MessageResponse message) =>
        TypedResults.Created($"/api/messages/{message.Id}", message);

    private static Message? RootOf(Message? thread) => thread?.ThreadId is null
        ? thread
        : throw AppException.Invalid("threadId", "Threads do not branch: name the message at the thread's root.");

    private static string FingerprintOf(CurrentPerson me, Place place, WriteMessageRequest request, Guid? threadId) =>
        Fingerprint.Of(me.Id, new { place, threadId, request });
}
