using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Spaces;

/// <summary>An archived space stays readable and refuses every write until it is restored.</summary>
public static class ArchiveSpace
{
    /// <summary>Archives a space. It stays readable and refuses every write until it is restored.</summary>
    public static async Task<Ok<SpaceResponse>> Handle(
        Guid spaceId, CurrentPerson me, SpaceAccess spaces, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var space = await spaces.ForChanging(me, spaceId, Rights.ArchiveSpace, cancel);
        if (!space.IsArchived)
        {
            At(clock.UtcNow(), space, me.Id, db);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await SpaceResponse.One(me.Id, space.Id, db, cancel));
    }

    /// <summary>Takes a space out of the archive.</summary>
    public static async Task<Ok<SpaceResponse>> Restore(
        Guid spaceId, CurrentPerson me, SpaceAccess spaces, BatonDb db, CancellationToken cancel)
    {
        var space = await spaces.ForChanging(me, spaceId, Rights.ArchiveSpace, cancel);
        if (space.IsArchived)
        {
            space.Restore();
            Announce("space.restored", space, me.Id, db);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await SpaceResponse.One(me.Id, space.Id, db, cancel));
    }

    /// <summary>The caller has checked the right, and saves.</summary>
    internal static void At(DateTime now, Space space, Guid actorId, BatonDb db)
    {
        space.Archive(now);
        Announce("space.archived", space, actorId, db);
    }

    // With everybody's rights: they change with it, and one change in the space's stream reaches all of them at once.
    private static void Announce(string kind, Space space, Guid actorId, BatonDb db) =>
        db.Announce(space.Id, kind, space.Id, actorId,
            new { space.Id, space.ArchivedAt, CanByRole = Rights.ByRole(space) });
}
