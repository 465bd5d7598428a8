using Baton.Server.Data;
using Baton.Server.Features.Accounts;

namespace Baton.Server.Features.Spaces;

/// <summary>Tells the space who came, and each who came, in their personal space, that they have a new space.</summary>
public static class Welcome
{
    /// <summary>
    /// Announces everybody of a new space; answers the space as <paramref name="actorId"/> sees it, its version not yet
    /// known.
    /// </summary>
    public static SpaceResponse All(
        Space space, IReadOnlyList<Membership> memberships, IEnumerable<Person> people, Guid actorId, BatonDb db)
    {
        var ids = memberships.Select(m => m.PersonId).ToList();
        var byId = people.ToDictionary(p => p.Id);
        foreach (var membership in memberships)
        {
            One(space, membership, byId[membership.PersonId], ids, actorId, db);
        }

        var mine = memberships.Single(m => m.PersonId == actorId);
        return SpaceResponse.From(space, mine, version: 0, ids);
    }

    public static void One(
        Space space,
        Membership membership,
        Person person,
        IReadOnlyCollection<Guid> memberIds,
        Guid actorId,
        BatonDb db)
    {
        db.Announce(space.Id, "member.joined", person.Id, actorId, new
        {
            Person = PersonResponse.From(person),
            Member = MemberResponse.From(membership),
        });
        db.Announce(person.PersonalSpaceId, "space.joined", space.Id, actorId,
            SpaceResponse.From(space, membership, 0, memberIds));
    }
}
