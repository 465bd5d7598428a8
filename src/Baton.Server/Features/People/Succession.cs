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

    /// <summary>
    /// Makes the member who has been there longest admin. Where only guests are left, the space rests in the archive.
    /// </summary>
    public static async Task HandOver(
        IReadOnlyList<Space> spaces, Guid actorId, BatonDb db, DateTime now, CancellationToken cancel)
    {
        var spaceIds = spaces.Select(s => s.Id).ToList();
        var heirs = await db.Memberships
            .Where(m => spaceIds.Contains(m.SpaceId) && m.Role == SpaceRole.Member)
            .GroupBy(m => m.SpaceId)
            .Select(members => members.OrderBy(m => m.JoinedAt).ThenBy(m => m.PersonId).First())
            .ToDictionaryAsync(m => m.SpaceId, cancel);
        var own = await PersonalSpaces.Of(heirs.Values.Select(h => h.PersonId), db, cancel);
        foreach (var space in spaces)
        {
            if (heirs.TryGetValue(space.Id, out var heir))
            {
                heir.Appoint(SpaceRole.Admin);
                Appointment.Announce(heir, space.Kind, own[heir.PersonId], actorId, db);
            }
            else if (!space.IsArchived)
            {
                ArchiveSpace.At(now, space, actorId, db);
            }
        }
    }
}
