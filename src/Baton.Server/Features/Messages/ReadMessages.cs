using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

public static class ReadMessages
{
    /// <summary>The chat itself; what was said in threads stands there.</summary>
    /// <exception cref="AppException">404 <c>message-not-found</c>.</exception>
    public static async Task<Ok<MessagesResponse>> OfChat(
        Guid spaceId,
        [AsParameters] MessageRange range,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        CancellationToken cancel)
    {
        var seat = await spaces.ForReading(me, spaceId, cancel);
        var around = range.Around is { } id
            ? await db.Messages.Where(m => m.Id == id && m.PlaceId == spaceId)
                .Select(m => m.ThreadId).FirstOrDefaultAsync(cancel) ?? id
            : (Guid?)null;
        return TypedResults.Ok(await MessageStream.Read(
            db.Messages.Where(m => m.PlaceId == spaceId && m.ThreadId == null), seat, range with { Around = around },
            db, cancel));
    }

    /// <summary>What was said in the thread of a message.</summary>
    /// <exception cref="AppException">404 <c>message-not-found</c>.</exception>
    public static async Task<Ok<MessagesResponse>> OfThread(
        Guid messageId,
        [AsParameters] MessageRange range,
        CurrentPerson me,
        MessageAccess messages,
        BatonDb db,
        CancellationToken cancel)
    {
        var (root, seat) = await messages.ForReading(me, messageId, cancel);
        return TypedResults.Ok(
            await MessageStream.Read(db.Messages.Where(m => m.ThreadId == root.Id), seat, range, db, cancel));
    }
}
