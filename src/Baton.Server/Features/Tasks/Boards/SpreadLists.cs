using Baton.Server.Data;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks.Boards;

/// <summary>Gives the lists of a space shorter order keys; see <see cref="Spreading"/>.</summary>
public sealed class SpreadLists(BatonDb db) : IJob
{
    public const string Kind = "SpreadLists";

    /// <summary>Called by whatever places a list; the caller saves.</summary>
    public static void IfCrowded(TaskList list, BatonDb db, DateTime now) =>
        Spreading.IfCrowded(list.OrderKey, Kind, list.SpaceId, db, now);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var spaceId = Guid.Parse(payload);
        var lists = await db.Lists.Where(l => l.SpaceId == spaceId).ToListAsync(cancel);
        foreach (var (list, key) in Spreading.Of(lists, l => l.OrderKey, l => l.Id))
        {
            var before = list.OrderKey;
            list.Place(key);
            db.Announce(spaceId, "list.changed", list.Id, null,
                new { list.Id, list.OrderKey, Before = new { OrderKey = before } });
        }

        await db.SaveChangesAsync(cancel);
    }
}
