using Baton.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Hearings;

/// <summary>Whoever goes leaves nothing behind of what they chose to hear.</summary>
public static class HearingFarewell
{
    /// <summary>The caller saves.</summary>
    public static async Task To(Guid personId, BatonDb db, CancellationToken cancel) =>
        db.Hearings.RemoveRange(await db.Hearings.Where(h => h.PersonId == personId).ToListAsync(cancel));
}
