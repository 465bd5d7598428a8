using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Messages;

/// <param name="Body">Markdown.</param>
public sealed record EditMessageRequest([property: TextLimit(Message.MaxBodyLength)] string Body);

/// <summary>
/// Puts other words in the place of mine. Those that stood there stay readable; whom the new ones mention is told.
/// </summary>
/// <exception cref="AppException">409 <c>message-deleted</c>.</exception>
public static class EditMessage
{
    public static async Task<Ok<MessageResponse>> Handle(
        Guid messageId,
        EditMessageRequest request,
        CurrentPerson me,
        MessageAccess messages,
        Envelopes envelopes,
        Markdown markdown,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var message = await messages.ForEditing(me, messageId, cancel);
        if (message.Edit(request.Body, markdown, clock.UtcNow()) is { } before)
        {
            db.MessageEdits.Add(before);
            var post = message.AsPost(markdown);
            message.Address(await envelopes.Extend(
                post, markdown.Mentions(before.Body), markdown.Mentions(message.Body), cancel));
            db.Announce(message, "message.edited", me.Id,
                new { message.Id, message.Body, message.Html, message.EditedAt, message.Informs });
            await envelopes.Reword(message.Id, post.Subject, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await MessageResponse.For(message, db, cancel));
    }
}
