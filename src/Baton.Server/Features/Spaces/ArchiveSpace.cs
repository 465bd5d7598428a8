using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Spaces;

/// <summary>An archived space stays readable and refuses every write until it is restored.</summary>
public static class ArchiveSpace
{
    public static async Task<Ok<SpaceResponse>> Handle(
        Guid spaceId, CurrentPerson me, SpaceAccess spaces, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var space = await spaces.ForChanging(me, spaceId, Rights.ArchiveSpace, cancel);
        if (!space.IsArchived)
        {
            space.Archive(clock.UtcNow());
            db.Announce(space.Id, "space.archived", space.Id, me.Id, new { space.Id, space.ArchivedAt });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await SpaceResponse.One(me.Id, space.Id, db, cancel));
    }

    public static async Task<Ok<SpaceResponse>> Restore(
        Guid spaceId, CurrentPerson me, SpaceAccess spaces, BatonDb db, CancellationToken cancel)
    {
        var space = await spaces.ForChanging(me, spaceId, Rights.ArchiveSpace, cancel);
        if (space.IsArchived)
        {
            space.Restore();
            db.Announce(space.Id, "space.restored", space.Id, me.Id, new { space.Id, space.ArchivedAt });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await SpaceResponse.One(me.Id, space.Id, db, cancel));
    }
}
