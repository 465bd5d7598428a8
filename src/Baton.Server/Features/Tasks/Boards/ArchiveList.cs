using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks.Boards;

/// <summary>Takes a list off the board together with its tasks, which stay as they are, and puts it back.</summary>
public static class ArchiveList
{
    /// <summary>Takes a list off the board together with its tasks, which stay as they are.</summary>
    public static async Task<Ok<ListResponse>> Handle(
        Guid listId, CurrentPerson me, BoardAccess boards, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var list = await boards.ListForManaging(me, listId, cancel);
        if (list.ArchivedAt is null)
        {
            list.Archive(clock.UtcNow());
            db.Announce(list.SpaceId, "list.archived", list.Id, me.Id, new { list.Id, list.ArchivedAt });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(ListResponse.From(list));
    }

    /// <summary>Puts an archived list back on the board, with its tasks.</summary>
    /// <exception cref="AppException">409 <c>board-full</c>.</exception>
    public static async Task<Ok<ListResponse>> Undo(
        Guid listId, CurrentPerson me, BoardAccess boards, BatonDb db, CancellationToken cancel)
    {
        var list = await boards.ListForManaging(me, listId, cancel);
        if (list.ArchivedAt is not null)
        {
            await CreateList.RequireRoom(list.SpaceId, db, cancel);
            list.Restore();
            db.Announce(list.SpaceId, "list.restored", list.Id, me.Id, new { list.Id, list.ArchivedAt });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(ListResponse.From(list));
    }
}
