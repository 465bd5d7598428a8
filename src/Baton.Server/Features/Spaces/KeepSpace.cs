using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Spaces;

/// <param name="OrderKey">Where it stands among my pinned spaces.</param>
public sealed record PinSpaceRequest(string OrderKey);

/// <param name="Until">Null: until I unmute it.</param>
public sealed record MuteSpaceRequest(DateTimeOffset? Until = null);

/// <summary>How I keep a space for myself. It is told to my own space only; nobody else can learn of it.</summary>
public static class KeepSpace
{
    private static readonly DateTime Forever = new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>
    /// Pins a space to the top of my list. It is told to my own space only; nobody else can learn of it.
    /// </summary>
    public static Task<Ok<SpaceResponse>> Pin(
        Guid spaceId,
        PinSpaceRequest request,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel) =>
        PinAt(request.OrderKey, spaceId, me, spaces, db, clock, cancel);

    /// <summary>Takes a space off my pinned ones.</summary>
    public static Task<Ok<SpaceResponse>> Unpin(
        Guid spaceId, CurrentPerson me, SpaceAccess spaces, BatonDb db, TimeProvider clock, CancellationToken cancel) =>
        PinAt(null, spaceId, me, spaces, db, clock, cancel);

    /// <summary>Mutes a space for me, until an instant or until I unmute it. Nobody else can learn of it.</summary>
    public static Task<Ok<SpaceResponse>> Mute(
        Guid spaceId,
        MuteSpaceRequest request,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var until = request.Until?.UtcDateTime ?? Forever;
        return until > clock.UtcNow()
            ? MuteUntil(until, spaceId, me, spaces, db, cancel)
            : throw AppException.Invalid("until", "This must lie in the future.");
    }

    /// <summary>Lets a muted space be heard again.</summary>
    public static Task<Ok<SpaceResponse>> Unmute(
        Guid spaceId, CurrentPerson me, SpaceAccess spaces, BatonDb db, CancellationToken cancel) =>
        MuteUntil(null, spaceId, me, spaces, db, cancel);

    private static async Task<Ok<SpaceResponse>> PinAt(
        string? orderKey,
        Guid spaceId,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var membership = await spaces.ForKeeping(me, spaceId, cancel);
        if (membership.Pin != orderKey)
        {
            membership.PinAt(orderKey);
            SpreadPins.IfCrowded(membership, db, clock.UtcNow());
            db.Announce(await PersonalSpaces.Of(me.Id, db, cancel), "space.pinned", spaceId, me.Id,
                new { Id = spaceId, membership.Pin });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await SpaceResponse.One(me.Id, spaceId, db, cancel));
    }

    private static async Task<Ok<SpaceResponse>> MuteUntil(
        DateTime? until, Guid spaceId, CurrentPerson me, SpaceAccess spaces, BatonDb db, CancellationToken cancel)
    {
        var membership = await spaces.ForKeeping(me, spaceId, cancel);
        if (membership.MutedUntil != until)
        {
            membership.MuteUntil(until);
            db.Announce(await PersonalSpaces.Of(me.Id, db, cancel), "space.muted", spaceId, me.Id,
                new { Id = spaceId, membership.MutedUntil });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await SpaceResponse.One(me.Id, spaceId, db, cancel));
    }
}
