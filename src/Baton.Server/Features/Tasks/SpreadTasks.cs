using Baton.Server.Data;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

/// <summary>Gives the tasks of a list shorter order keys; see <see cref="Spreading"/>.</summary>
public sealed class SpreadTasks(BatonDb db) : IJob
{
    public const string Kind = "SpreadTasks";

    /// <summary>Called by whatever places a task; the caller saves.</summary>
    public static void IfCrowded(TaskItem task, BatonDb db, DateTime now) =>
        Spreading.IfCrowded(task.OrderKey, Kind, task.ListId, db, now);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var listId = Guid.Parse(payload);
        var tasks = await db.Tasks.Where(t => t.ListId == listId).ToListAsync(cancel);
        var before = tasks.ToDictionary(t => t.Id, t => t.OrderKey);
        db.OnCondition(transaction => RequireUnmoved(listId, before, transaction));
        foreach (var (task, key) in Spreading.Of(tasks, t => t.OrderKey, t => t.Id))
        {
            task.Stand(key);
            db.Announce(task, "task.moved", null, new
            {
                task.Id,
                task.ListId,
                task.OrderKey,
                task.CompletedAt,
                Before = new { task.ListId },
            });
        }

        await db.SaveChangesAsync(cancel);
    }

    // Whoever moved one of them since they were read has the last word: the job tries again.
    private async Task RequireUnmoved(Guid listId, Dictionary<Guid, string> before, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"UPDATE tasks SET began_at = began_at WHERE list_id = {listId}", cancel);
        var now = await db.Tasks.AsNoTracking()
            .Where(t => t.ListId == listId).Select(t => new { t.Id, t.OrderKey }).ToListAsync(cancel);
        if (now.Count != before.Count || now.Exists(t => before.GetValueOrDefault(t.Id) != t.OrderKey))
        {
            throw new DbUpdateConcurrencyException("Tasks of the list were moved meanwhile.");
        }
    }
}
