using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

/// <summary>
/// Takes a message away and leaves a tombstone in its place. Whoever deleted it can bring it back for a day; then its
/// words are erased.
/// </summary>
public static class DeleteMessage
{
    public static async Task<Ok<MessageResponse>> Handle(
        Guid messageId,
        CurrentPerson me,
        MessageAccess messages,
        Envelopes envelopes,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var message = await messages.ForDeleting(me, messageId, cancel);
        if (!message.IsDeleted)
        {
            var now = clock.UtcNow();
            message.Delete(me.Id, now);
            foreach (var file in await FilesOf(message, db, cancel))
            {
                file.Withhold(now);
            }

            db.Jobs.Add(EraseDeletedMessages.Due(now));
            db.Announce(message, "message.deleted", me.Id, new { message.Id, message.DeletedAt });
            await envelopes.Withdraw(message.Id, me.Id, personIds: null, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await MessageResponse.For(message, db, cancel));
    }

    /// <summary>Brings back a message that I deleted, for a day.</summary>
    /// <exception cref="AppException">409 <c>restoration-late</c>.</exception>
    public static async Task<Ok<MessageResponse>> Undo(
        Guid messageId,
        CurrentPerson me,
        MessageAccess messages,
        Envelopes envelopes,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var message = await messages.ForDeleting(me, messageId, cancel);
        if (message.IsDeleted)
        {
            var deletedAt = message.DeletedAt!.Value;
            message.Restore(me.Id, clock.UtcNow());
            foreach (var file in await FilesOf(message, db, cancel))
            {
                file.Release();
            }

            var asked = await envelopes.Restore(message.Id, me.Id, deletedAt, personIds: null, cancel);
            var restored = (await MessageResponse.For(message, db, cancel)) with { Asks = asked };
            db.Announce(message, "message.restored", me.Id, restored);
            await db.SaveChangesAsync(cancel);
            return TypedResults.Ok(restored);
        }

        return TypedResults.Ok(await MessageResponse.For(message, db, cancel));
    }

    private static async Task<IReadOnlyList<Attachment>> FilesOf(
        Message message, BatonDb db, CancellationToken cancel) =>
        message.AttachmentCount == 0
            ? []
            : await db.Attachments.Where(a => a.MessageId == message.Id).ToListAsync(cancel);
}
