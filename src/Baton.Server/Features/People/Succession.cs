using Baton.Server.Data;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

/// <summary>What becomes of the spaces that only the leaving person leads.</summary>
internal static class Succession
{
    /// <summary>The groups where they are the only admin and not alone.</summary>
    public static Task<List<Space>> LedOnlyBy(Guid personId, BatonDb db, CancellationToken cancel) =>
        db.Spaces
            .Where(s => s.Kind == SpaceKind.Group
                && db.Memberships.Any(m => m.SpaceId == s.Id && m.PersonId == personId && m.Role == SpaceRole.Admin)
                && !db.Memberships.Any(m => m.SpaceId == s.Id && m.PersonId != personId && m.Role == SpaceRole.Admin)
                && db.Memberships.Any(m => m.SpaceId == s.Id && m.PersonId != personId))
            .OrderBy(s => s.CreatedAt).ThenBy(s => s.Id)
            .ToListAsync(cancel);

    /// <summary>Makes the member who has been there longest admin. Where only guests are left, the space rests in the archive.</summary>
    public static async Task HandOver(IEnumerable<Space> spaces, Guid actorId, BatonDb db, DateTime now, CancellationToken cancel)
    {
        foreach (var space in spaces)
        {
            var heir = await db.Memberships
                .Where(m => m.SpaceId == space.Id && m.Role == SpaceRole.Member)
                .OrderBy(m => m.JoinedAt).ThenBy(m => m.PersonId)
                .FirstOrDefaultAsync(cancel);
            if (heir is not null)
            {
                heir.Appoint(SpaceRole.Admin);
                await Appointment.Announce(heir, space.Kind, actorId, db, cancel);
            }
            else if (!space.IsArchived)
            {
                ArchiveSpace.At(now, space, actorId, db);
            }
        }
    }
}
