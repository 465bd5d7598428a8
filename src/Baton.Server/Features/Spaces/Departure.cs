using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Spaces;

/// <summary>
/// Takes somebody out of a space: their seat goes, the space hears it, and so do they, in their own space.
/// </summary>
public static class Departure
{
    /// <summary>The job in which other features end what somebody had in the space.</summary>
    public const string Aftermath = "WithdrawUnseen";

    /// <summary>The caller has checked the right, and saves.</summary>
    /// <exception cref="AppException">409 <c>last-admin</c>.</exception>
    public static async Task Of(Membership membership, Guid actorId, BatonDb db, CancellationToken cancel)
    {
        if (membership.Role == SpaceRole.Admin)
        {
            await LoseAdmin(membership, db, cancel);
        }

        Seal(membership, await PersonalSpaces.Of(membership.PersonId, db, cancel), actorId, db);
    }

    /// <summary>The departure itself, when it has been seen to that an admin stays or nobody does.</summary>
    internal static void Seal(Membership membership, Guid personalSpaceId, Guid actorId, BatonDb db)
    {
        db.Memberships.Remove(membership);
        // Whoever comes back is not on duty by surprise. Where nobody is, as is known of a space that was read, there
        // is nothing to say.
        if (db.Spaces.Local.FindEntry(membership.SpaceId)?.Entity.Duty != "")
        {
            db.Also(
                $"""
                UPDATE spaces SET duty = TRIM(REPLACE(',' || duty || ',', {$",{membership.PersonId},"}, ','), ',')
                WHERE id = {membership.SpaceId} AND duty <> ''
                """);
        }

        // Due at once, whatever the clock of this node says.
        db.Jobs.Add(Job.Of(
            Aftermath, JsonSerializer.Serialize(new { membership.PersonId }, Json.Options), DateTime.UnixEpoch));
        db.Announce(membership.SpaceId, "member.left", membership.PersonId, actorId, new { membership.PersonId });
        db.Announce(personalSpaceId, "space.left", membership.SpaceId, actorId, new { Id = membership.SpaceId });
    }

    /// <summary>
    /// Refuses to leave a space without an admin. Two admins who go at once collide on the space's row, and the second
    /// sees it is the last.
    /// </summary>
    internal static async Task LoseAdmin(Membership membership, BatonDb db, CancellationToken cancel)
    {
        // Before the count: whoever counts must have seen every loss that its row tells of.
        var space = await db.Spaces.SingleAsync(s => s.Id == membership.SpaceId, cancel);
        var successors = await db.Memberships.AnyAsync(
            m => m.SpaceId == membership.SpaceId && m.Role == SpaceRole.Admin && m.PersonId != membership.PersonId,
            cancel);
        if (!successors)
        {
            throw AppException.Conflict("last-admin", "A space needs an admin. Make somebody else one first.");
        }

        space.LoseAdmin();
    }
}
