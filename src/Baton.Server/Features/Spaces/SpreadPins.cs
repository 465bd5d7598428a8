using Baton.Server.Data;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Spaces;

/// <summary>Gives a person's pinned spaces shorter order keys; see <see cref="Spreading"/>.</summary>
public sealed class SpreadPins(BatonDb db) : IJob
{
    public const string Kind = "SpreadPins";

    /// <summary>Called by whatever pins a space; the caller saves.</summary>
    public static void IfCrowded(Membership membership, BatonDb db, DateTime now) =>
        Spreading.IfCrowded(membership.Pin, Kind, membership.PersonId, db, now);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var personId = Guid.Parse(payload);
        var pinned = await db.Memberships.Where(m => m.PersonId == personId && m.Pin != null).ToListAsync(cancel);
        var own = await PersonalSpaces.Of(personId, db, cancel);
        foreach (var (membership, key) in Spreading.Of(pinned, m => m.Pin!, m => m.SpaceId))
        {
            membership.PinAt(key);
            db.Announce(own, "space.pinned", membership.SpaceId, null, new { Id = membership.SpaceId, membership.Pin });
        }

        await db.SaveChangesAsync(cancel);
    }
}
