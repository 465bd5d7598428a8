using Baton.Server.Data;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Delivery;

/// <summary>
/// When a server starts that knows time zones otherwise than the one before (countries change their summer time), what
/// is on its way to anybody is planned anew.
/// </summary>
public sealed class ReplanZones(BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "ReplanZones";

    public async Task Run(string payload, CancellationToken cancel)
    {
        var version = DateTimeZoneProviders.Tzdb.VersionId;
        var known = await db.ZoneData.FirstOrDefaultAsync(d => d.Id == ZoneData.TheId, cancel);
        if (known?.Version == version)
        {
            return;
        }

        if (known is null)
        {
            db.ZoneData.Add(ZoneData.Of(version));
        }
        else
        {
            known.Become(version);
        }

        var now = clock.UtcNow();
        var people = await db.Addressees.Where(a => a.ClosedAt == null).Select(a => a.PersonId).Distinct()
            .ToListAsync(cancel);
        db.Schedule(Replan.Kind, people.Select(id => (id, now)));
        await db.SaveChangesAsync(cancel);
    }
}
