using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

/// <summary>Between two or a few, whatever is said is for the others to know; they need not be named.</summary>
internal static class DirectTalk
{
    public static async Task<IReadOnlyList<Informed>> Informed(Seat seat, BatonDb db, CancellationToken cancel)
    {
        if (seat.Kind != SpaceKind.Direct)
        {
            return [];
        }

        var others = await db.Memberships
            .Where(m => m.SpaceId == seat.SpaceId && m.PersonId != seat.PersonId)
            .Select(m => m.PersonId).ToListAsync(cancel);
        return [.. others.Select(id => new Informed(id, Why.Direct, seat.SpaceId))];
    }
}
