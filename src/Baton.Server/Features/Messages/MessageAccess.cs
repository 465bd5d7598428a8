using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

/// <summary>
/// The only door to a message: with the seat of the person in its space. Whoever has no seat there, or may not look so
/// far back, is told that it does not exist.
/// </summary>
public sealed class MessageAccess(BatonDb db, SpaceAccess spaces)
{
    /// <summary>
    /// The seat of somebody about to post in a chat, and whether their message is there already: one query for every
    /// post.
    /// </summary>
    public async Task<(Seat Seat, bool IsSent)> ForPosting(
        CurrentPerson me, Guid spaceId, Guid messageId, CancellationToken cancel)
    {
        var found = await (
            from seat in spaces.SeatsOf(me.Id)
            where seat.SpaceId == spaceId
            select new { Seat = seat, IsSent = db.Messages.Any(m => m.Id == messageId) })
            .FirstOrDefaultAsync(cancel) ?? throw AppException.NotFound("space");
        return (found.IsSent ? found.Seat : spaces.Use(found.Seat, Rights.PostMessage), found.IsSent);
    }

    public async Task<(Message Message, Seat Seat)> ForReading(
        CurrentPerson me, Guid messageId, CancellationToken cancel)
    {
        var found = await spaces.Seen(db.Messages, me.Id).FirstOrDefaultAsync(s => s.Item.Id == messageId, cancel)
            ?? throw AppException.NotFound("message");
        return (found.Item, found.Seat);
    }

    /// <summary>One of this place, to reply in its thread. That of a deleted message goes on.</summary>
    /// <exception cref="AppException">404 also for a message that stands elsewhere.</exception>
    public async Task<Message> ForAnswering(CurrentPerson me, Guid messageId, Place place, CancellationToken cancel)
    {
        var (message, _) = await ForReading(me, messageId, cancel);
        return message.Place == place ? message : throw AppException.NotFound("message");
    }

    /// <summary>One of this place, to quote its words.</summary>
    /// <exception cref="AppException">404 also for a message that stands elsewhere, 409 for a deleted one.</exception>
    public async Task<Message> ForQuoting(CurrentPerson me, Guid messageId, Place place, CancellationToken cancel)
    {
        var message = await ForAnswering(me, messageId, place, cancel);
        RequirePresent(message);
        return message;
    }

    /// <summary>Tracked. Only its author has the words to edit it with.</summary>
    public async Task<Message> ForEditing(CurrentPerson me, Guid messageId, CancellationToken cancel)
    {
        var (message, seat) = await ForReading(me, messageId, cancel);
        spaces.Use(seat, Rights.EditOwnMessage);
        Hold(message);
        return message.AuthorId == me.Id
            ? message
            : throw AppException.Forbidden(
                "right-missing", Rights.EditAnyMessage,
                $"Only its author can edit a message; nobody has the right {Rights.EditAnyMessage}.");
    }

    /// <summary>Tracked. For its author, and whoever may delete any.</summary>
    public async Task<Message> ForDeleting(CurrentPerson me, Guid messageId, CancellationToken cancel)
    {
        var (message, seat) = await ForReading(me, messageId, cancel);
        spaces.Use(seat, message.AuthorId == me.Id ? Rights.DeleteOwnMessage : Rights.DeleteAnyMessage);
        Hold(message);
        return message;
    }

    /// <exception cref="AppException">409 for a deleted one.</exception>
    public async Task<Message> ForReacting(CurrentPerson me, Guid messageId, CancellationToken cancel)
    {
        var (message, seat) = await ForReading(me, messageId, cancel);
        spaces.Use(seat, Rights.React);
        RequirePresent(message);
        Hold(message);
        return message;
    }

    private void RequirePresent(Message message)
    {
        message.RequirePresent();
        db.Provided($"EXISTS (SELECT 1 FROM messages WHERE id = {message.Id} AND deleted_at IS NULL)");
    }

    // A comment follows its task to another space; what happens to it must be announced where it is. See TaskAccess.
    private void Hold(Message message)
    {
        if (message.PlaceKind != PlaceKind.Task)
        {
            return;
        }

        var (id, spaceId) = (message.Id, message.SpaceId);
        db.OnCondition(async cancel =>
        {
            if (await db.Database.ExecuteSqlAsync(
                $"UPDATE messages SET began_at = began_at WHERE id = {id} AND space_id = {spaceId}", cancel) == 0)
            {
                throw new DbUpdateConcurrencyException(
                    "The comment has gone to another space with its task meanwhile.");
            }
        });
    }
}
