using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks.Boards;

public sealed record ChangeListRequest
{
    [TextLimit(TaskList.MaxNameLength)]
    public Optional<string> Name { get; init; }

    public Optional<string?> Colour { get; init; }

    public Optional<string> OrderKey { get; init; }

    public Optional<int?> WipLimit { get; init; }

    public Optional<bool> Done { get; init; }
}

/// <summary>Renames, paints, moves or limits a list, or says whether what is in it is done.</summary>
public static class ChangeList
{
    public static async Task<Ok<ListResponse>> Handle(
        Guid listId,
        ChangeListRequest request,
        CurrentPerson me,
        BoardAccess boards,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var list = await boards.ListForManaging(me, listId, cancel);
        var patch = new Patch(list.Id);
        patch.Set("name", request.Name, () => list.Name, list.Rename);
        patch.Set("colour", request.Colour, () => list.Colour, list.Paint);
        patch.Set("orderKey", request.OrderKey, () => list.OrderKey, list.Place);
        patch.Set("wipLimit", request.WipLimit, () => list.WipLimit, list.LimitTo);
        patch.Set("done", request.Done, () => list.Done, list.Finish);
        if (!patch.IsEmpty)
        {
            SpreadLists.IfCrowded(list, db, clock.UtcNow());
            db.Announce(list.SpaceId, "list.changed", list.Id, me.Id, patch.Payload);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(ListResponse.From(list));
    }
}
