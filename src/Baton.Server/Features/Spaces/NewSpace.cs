using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Streams;

namespace Baton.Server.Features.Spaces;

/// <summary>
/// What another feature puts into every new space, in the transaction that makes it, such as the board's first lists.
/// It announces what it puts there, after <c>space.created</c>.
/// </summary>
public sealed record SpaceFurnishing(Action<Space, Person, BatonDb, DateTime> Furnish);

/// <summary>
/// The one place where a space comes into being: its row, its stream and first change, its first member and its
/// furniture.
/// </summary>
public sealed class NewSpace(BatonDb db, IEnumerable<SpaceFurnishing> furnishings)
{
    public Membership Found(Space space, Person founder, DateTime now)
    {
        db.Spaces.Add(space);
        db.Streams.Add(SpaceStream.For(space.Id));
        db.Announce(space.Id, "space.created", space.Id, founder.Id, SpaceChange.Of(space));
        foreach (var furnishing in furnishings)
        {
            furnishing.Furnish(space, founder, db, now);
        }

        return Seat(space, founder.Id, space.Kind == SpaceKind.Direct ? SpaceRole.Member : SpaceRole.Admin, now);
    }

    /// <summary>
    /// A seat for somebody who joins, then or later; they see as much of the past as the space shows newcomers.
    /// </summary>
    public Membership Seat(Space space, Guid personId, SpaceRole role, DateTime now)
    {
        var membership = Membership.Of(space.Id, personId, role, now, space.NewcomersFrom);
        db.Memberships.Add(membership);
        return membership;
    }
}
