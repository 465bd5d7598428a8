using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Spaces;

/// <summary>The only door to a space. Whoever has no seat in it is told that it does not exist.</summary>
public sealed class SpaceAccess(BatonDb db)
{
    /// <summary>Every seat of a person, to be joined with what lies in the spaces.</summary>
    public IQueryable<Seat> SeatsOf(Guid personId) =>
        from membership in db.Memberships
        join space in db.Spaces on membership.SpaceId equals space.Id
        where membership.PersonId == personId
        select new Seat
        {
            SpaceId = space.Id,
            PersonId = membership.PersonId,
            Kind = space.Kind,
            Role = membership.Role,
            Key = space.Key,
            ArchivedAt = space.ArchivedAt,
            HistoryFrom = membership.HistoryFrom,
        };

    /// <summary>
    /// What lies in a person's spaces and is theirs to see, with their seat there: nothing that began before they may
    /// look back. The query behind every door to messages, topics, tasks and files.
    /// </summary>
    public IQueryable<Seen<T>> Seen<T>(IQueryable<T> items, Guid personId)
        where T : class, IInSpace =>
        from item in items
        join seat in SeatsOf(personId) on item.SpaceId equals seat.SpaceId
        where seat.HistoryFrom == null || item.BeganAt >= seat.HistoryFrom
        select new Seen<T> { Item = item, Seat = seat };

    public async Task<Seat> ForReading(CurrentPerson me, Guid spaceId, CancellationToken cancel) =>
        await SeatsOf(me.Id).FirstOrDefaultAsync(seat => seat.SpaceId == spaceId, cancel)
            ?? throw AppException.NotFound("space");

    /// <summary>The seat of somebody who is about to use a right in the space.</summary>
    public async Task<Seat> For(CurrentPerson me, Guid spaceId, string right, CancellationToken cancel) =>
        Use(await ForReading(me, spaceId, cancel), right);

    /// <summary>
    /// As <see cref="Seat.Require"/>, and the write that follows commits only if the person still sits there and the
    /// space has not been archived meanwhile.
    /// </summary>
    public Seat Use(Seat seat, string right)
    {
        seat.Require(right);
        // Archiving and leaving undo just that.
        if (right is not (Rights.ArchiveSpace or Rights.LeaveSpace))
        {
            Hold(seat.SpaceId);
            db.Provided(
                $"EXISTS (SELECT 1 FROM memberships WHERE space_id = {seat.SpaceId} AND person_id = {seat.PersonId})");
        }

        return seat;
    }

    /// <summary>The write that follows commits only if the space has not been archived by then.</summary>
    public void Hold(Guid spaceId) =>
        db.Provided($"EXISTS (SELECT 1 FROM spaces WHERE id = {spaceId} AND archived_at IS NULL)");

    /// <summary>The space itself, tracked, for what changes it.</summary>
    public async Task<Space> ForChanging(CurrentPerson me, Guid spaceId, string right, CancellationToken cancel)
    {
        await For(me, spaceId, right, cancel);
        return await db.Spaces.SingleAsync(s => s.Id == spaceId, cancel);
    }

    /// <summary>My own membership, tracked, for what I keep to myself: pin and mute.</summary>
    public async Task<Membership> ForKeeping(CurrentPerson me, Guid spaceId, CancellationToken cancel) =>
        await db.Memberships.FirstOrDefaultAsync(m => m.SpaceId == spaceId && m.PersonId == me.Id, cancel)
            ?? throw AppException.NotFound("space");
}
