using Baton.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>Where incidents are entered: what is found again is counted, not repeated.</summary>
internal static class IncidentBook
{
    public static async Task Enter(
        IReadOnlyCollection<Incident> found, BatonDb db, DateTime now, CancellationToken cancel)
    {
        if (found.Count == 0)
        {
            return;
        }

        var ids = found.Select(incident => incident.Id).ToList();
        var known = await db.Incidents.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancel);
        foreach (var incident in found.DistinctBy(i => i.Id))
        {
            if (known.TryGetValue(incident.Id, out var before))
            {
                before.FindAgain(now);
            }
            else
            {
                db.Incidents.Add(incident);
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
