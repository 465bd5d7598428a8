using Baton.Server.Data;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks.Checklists;

/// <summary>Gives the steps of a task shorter order keys; see <see cref="Spreading"/>.</summary>
public sealed class SpreadChecklist(BatonDb db) : IJob
{
    public const string Kind = "SpreadChecklist";

    /// <summary>Called by whatever places a step; the caller saves.</summary>
    public static void IfCrowded(ChecklistItem item, BatonDb db, DateTime now) =>
        Spreading.IfCrowded(item.OrderKey, Kind, item.TaskId, db, now);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var taskId = Guid.Parse(payload);
        var task = await db.Tasks.Include(t => t.Checklist).SingleAsync(t => t.Id == taskId, cancel);
        // What happens to a task is told where it is.
        db.Provided($"EXISTS (SELECT 1 FROM tasks WHERE id = {task.Id} AND space_id = {task.SpaceId})");
        foreach (var (item, key) in Spreading.Of(task.Checklist, i => i.OrderKey, i => i.Id))
        {
            var before = item.OrderKey;
            item.Place(key);
            db.Announce(task, "checklist.changed", null, new
            {
                task.Id,
                Item = new { item.Id, item.OrderKey },
                Before = new { OrderKey = before, item.Text },
            });
        }

        await db.SaveChangesAsync(cancel);
    }
}
