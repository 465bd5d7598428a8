using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Inbox;

/// <summary>What a device keeps of my inbox: what was delivered and is open, asks first, up to a limit.</summary>
public static class InboxSnapshot
{
    private const int MaxItems = 500;

    public static async Task<IReadOnlyList<InboxItemResponse>> Read(
        Seat seat, SpaceAccess spaces, BatonDb db, CancellationToken cancel)
    {
        if (seat.Kind != SpaceKind.Personal)
        {
            return [];
        }

        var found = await (
            from addressee in db.Addressees.AsNoTracking()
            join seen in spaces.Seen(db.Envelopes.AsNoTracking(), seat.PersonId) on addressee.PostId equals seen.Item.Id
            where addressee.PersonId == seat.PersonId && addressee.ClosedAt == null && addressee.DeliveredAt != null
                && addressee.State != AddresseeState.Queued
            orderby addressee.LapseAt == null, addressee.AddressedAt descending
            select new { addressee, seen.Item }).Take(MaxItems).ToListAsync(cancel);
        return [.. found.Select(f => InboxItemResponse.From(f.addressee, f.Item))];
    }
}
