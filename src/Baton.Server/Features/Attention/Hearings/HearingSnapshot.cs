using Baton.Server.Data;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Hearings;

/// <summary>What a device keeps of what I chose to hear.</summary>
public static class HearingSnapshot
{
    public static async Task<IReadOnlyList<HearingResponse>> Read(Seat seat, BatonDb db, CancellationToken cancel)
    {
        if (seat.Kind != SpaceKind.Personal)
        {
            return [];
        }

        var mine = await db.Hearings.AsNoTracking().Where(h => h.PersonId == seat.PersonId)
            .OrderByDescending(h => h.ChosenAt).ThenBy(h => h.PlaceId).ToListAsync(cancel);
        return [.. mine.Select(HearingResponse.From)];
    }
}
