using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

/// <summary>Puts my emoji on a message, or takes it back.</summary>
/// <exception cref="AppException">400 <c>invalid</c>; 409 <c>message-deleted</c>, <c>reactions-full</c>.</exception>
public static class ReactToMessage
{
    /// <summary>Puts my emoji on a message.</summary>
    public static async Task<Ok<MessageResponse>> Handle(
        Guid messageId,
        string emoji,
        CurrentPerson me,
        MessageAccess messages,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var message = await messages.ForReacting(me, messageId, cancel);
        var reaction = Reaction.Of(messageId, emoji, me.Id, clock.UtcNow());
        if (await Mine(messageId, emoji, me, db, cancel) is null)
        {
            if (await db.Reactions.CountAsync(r => r.MessageId == messageId, cancel) >= Message.MaxReactions)
            {
                throw AppException.Conflict("reactions-full", $"A message has up to {Message.MaxReactions} reactions.");
            }

            db.Reactions.Add(reaction);
            db.Announce(message, "message.reacted", me.Id, new { Id = messageId, emoji, PersonId = me.Id });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await MessageResponse.For(message, db, cancel));
    }

    /// <summary>Takes my emoji off a message.</summary>
    public static async Task<Ok<MessageResponse>> Undo(
        Guid messageId, string emoji, CurrentPerson me, MessageAccess messages, BatonDb db, CancellationToken cancel)
    {
        var message = await messages.ForReacting(me, messageId, cancel);
        if (await Mine(messageId, OneEmoji.Require("emoji", emoji), me, db, cancel) is { } reaction)
        {
            db.Reactions.Remove(reaction);
            db.Announce(message, "message.unreacted", me.Id, new { Id = messageId, emoji, PersonId = me.Id });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await MessageResponse.For(message, db, cancel));
    }

    private static Task<Reaction?> Mine(
        Guid messageId, string emoji, CurrentPerson me, BatonDb db, CancellationToken cancel) =>
        db.Reactions.FirstOrDefaultAsync(
            r => r.MessageId == messageId && r.Emoji == emoji && r.PersonId == me.Id, cancel);
}
