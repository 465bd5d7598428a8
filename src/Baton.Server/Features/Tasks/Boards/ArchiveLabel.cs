using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks.Boards;

/// <summary>Takes a label out of what can be chosen, and puts it back. Tasks that carry it keep it.</summary>
public static class ArchiveLabel
{
    /// <summary>Takes a label out of what can be chosen. Tasks that carry it keep it.</summary>
    public static async Task<Ok<LabelResponse>> Handle(
        Guid labelId, CurrentPerson me, BoardAccess boards, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var label = await boards.LabelForManaging(me, labelId, cancel);
        if (label.ArchivedAt is null)
        {
            label.Archive(clock.UtcNow());
            db.Announce(label.SpaceId, "label.archived", label.Id, me.Id, new { label.Id, label.ArchivedAt });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(LabelResponse.From(label));
    }

    /// <summary>Lets an archived label be chosen again.</summary>
    /// <exception cref="AppException">409 <c>labels-full</c>.</exception>
    public static async Task<Ok<LabelResponse>> Undo(
        Guid labelId, CurrentPerson me, BoardAccess boards, BatonDb db, CancellationToken cancel)
    {
        var label = await boards.LabelForManaging(me, labelId, cancel);
        if (label.ArchivedAt is not null)
        {
            await CreateLabel.RequireRoom(label.SpaceId, db, cancel);
            label.Restore();
            db.Announce(label.SpaceId, "label.restored", label.Id, me.Id, new { label.Id, label.ArchivedAt });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(LabelResponse.From(label));
    }
}
