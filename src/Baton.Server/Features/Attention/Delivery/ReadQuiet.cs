using Baton.Server.Data;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Delivery;

/// <param name="Days">Whole days.</param>
/// <param name="Since">When quiet was last broken; else when the workspace began.</param>
public sealed record QuietResponse(int Days, DateTime Since);

/// <summary>For how long nothing has reached anybody of the workspace outside their hours.</summary>
public static class ReadQuiet
{
    public static async Task<Ok<QuietResponse>> Handle(BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var breaches = db.Incidents.Where(i => i.Kind == IncidentKind.QuietBroken);
        var broken = await breaches
            .Join(db.Batches, incident => incident.ItemId, batch => batch.Id, (_, batch) => (DateTime?)batch.EmittedAt)
            .Concat(breaches.Join(
                db.ChannelAttempts, incident => incident.ItemId, attempt => attempt.Id, (_, attempt) => attempt.SentAt))
            .MaxAsync(cancel);
        var since = broken ?? await db.Workspaces.Select(w => w.CreatedAt).SingleAsync(cancel);
        return TypedResults.Ok(new QuietResponse((int)(clock.UtcNow() - since).TotalDays, since));
    }
}
