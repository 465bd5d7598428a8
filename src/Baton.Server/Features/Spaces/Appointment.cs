using Baton.Server.Data;

namespace Baton.Server.Features.Spaces;

/// <summary>Tells a space of somebody's new role, and them, in their own space, what they may do now.</summary>
internal static class Appointment
{
    public static async Task Announce(
        Membership membership, SpaceKind kind, Guid actorId, BatonDb db, CancellationToken cancel) =>
        Announce(membership, kind, await PersonalSpaces.Of(membership.PersonId, db, cancel), actorId, db);

    public static void Announce(Membership membership, SpaceKind kind, Guid personalSpaceId, Guid actorId, BatonDb db)
    {
        var (spaceId, personId, role) = (membership.SpaceId, membership.PersonId, membership.Role);
        db.Announce(spaceId, "member.changed", personId, actorId, new { PersonId = personId, Role = role });
        // Two streams have no order between them: a device may hear of the archive before this or after it, and must
        // end the same.
        db.Announce(personalSpaceId, "space.accessChanged", spaceId, actorId, new
        {
            Id = spaceId,
            Role = role,
            Can = Rights.Of(kind, role, archived: false),
            CanArchived = Rights.Of(kind, role, archived: true),
        });
    }
}
