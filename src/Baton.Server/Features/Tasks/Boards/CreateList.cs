using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks.Boards;

public sealed record CreateListRequest(
    [property: MadeId] Guid Id,
    [property: TextLimit(TaskList.MaxNameLength)] string Name,
    string OrderKey,
    string? Colour = null, int? WipLimit = null, bool Done = false);

/// <summary>Adds a list to the board.</summary>
/// <exception cref="AppException">409 <c>board-full</c>.</exception>
public static class CreateList
{
    public static async Task<Created<ListResponse>> Handle(
        Guid spaceId,
        CreateListRequest request,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        await spaces.For(me, spaceId, Rights.ManageList, cancel);
        var fingerprint = Fingerprint.Of(me.Id, new { spaceId, request });
        if (await db.Lists.AsNoTracking().FirstOrDefaultAsync(l => l.Id == request.Id, cancel) is { } made)
        {
            Fingerprint.RequireSame(made.Fingerprint, fingerprint);
            return Created(made);
        }

        await RequireRoom(spaceId, db, cancel);
        var list = TaskList.Of(request.Id, spaceId, request.Name, request.OrderKey, fingerprint);
        list.Paint(request.Colour);
        list.LimitTo(request.WipLimit);
        list.Finish(request.Done);
        db.Lists.Add(list);
        SpreadLists.IfCrowded(list, db, clock.UtcNow());
        db.Announce(spaceId, "list.created", list.Id, me.Id, ListResponse.From(list));
        await db.SaveChangesAsync(cancel);

        return Created(list);
    }

    /// <exception cref="AppException">409 <c>board-full</c>.</exception>
    internal static async Task RequireRoom(Guid spaceId, BatonDb db, CancellationToken cancel)
    {
        if (await db.Lists.CountAsync(l => l.SpaceId == spaceId && l.ArchivedAt == null, cancel)
            >= TaskList.MaxPerSpace)
        {
            throw AppException.Conflict("board-full",
                $"A board has up to {TaskList.MaxPerSpace} lists. Archive one first.");
        }
    }

    private static Created<ListResponse> Created(TaskList list) =>
        TypedResults.Created($"/api/lists/{list.Id}", ListResponse.From(list));
}
