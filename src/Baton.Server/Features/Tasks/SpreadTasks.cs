using Baton.Server.Data;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

/// <summary>
/// Gives the tasks of a list shorter order keys, in the order they have, once some of them have grown long: each drop into
/// the same gap makes a key longer, and after some 370 there would be no room. A second later, not in the drop itself: a
/// drop that is sent again must find its own key. One that is on its way meanwhile may land some places off, the same for all.
/// </summary>
public sealed class SpreadTasks(BatonDb db) : IJob
{
    public const string Kind = "SpreadTasks";

    /// <summary>Called by whatever places a task; the caller saves.</summary>
    public static void IfCrowded(TaskItem task, BatonDb db, DateTime now)
    {
        if (task.OrderKey.Length > OrderKey.Crowded)
        {
            db.Jobs.Add(Job.Of(Kind, task.ListId.ToString(), now));
        }
    }

    public async Task Run(string payload, CancellationToken cancel)
    {
        var listId = Guid.Parse(payload);
        var tasks = (await db.Tasks.Where(t => t.ListId == listId).ToListAsync(cancel))
            .OrderBy(t => t.OrderKey, StringComparer.Ordinal).ThenBy(t => t.Id).ToList();
        var first = tasks.FindIndex(IsLong);
        if (first < 0)
        {
            return;
        }

        var last = tasks.FindLastIndex(IsLong);
        var before = tasks.ToDictionary(t => t.Id, t => t.OrderKey);
        db.OnCondition(transaction => RequireUnmoved(listId, before, transaction));
        var keys = OrderKey.Spread(
            tasks.ElementAtOrDefault(first - 1)?.OrderKey, tasks.ElementAtOrDefault(last + 1)?.OrderKey, last - first + 1);
        foreach (var (task, key) in tasks.Skip(first).Zip(keys))
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

    private static bool IsLong(TaskItem task) => task.OrderKey.Length > OrderKey.Roomy;

    // Whoever moved one of them since they were read has the last word: the job tries again.
    private async Task RequireUnmoved(Guid listId, Dictionary<Guid, string> before, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"UPDATE tasks SET began_at = began_at WHERE list_id = {listId}", cancel);
        var now = await db.Tasks.AsNoTracking().Where(t => t.ListId == listId).Select(t => new { t.Id, t.OrderKey }).ToListAsync(cancel);
        if (now.Count != before.Count || now.Exists(t => before.GetValueOrDefault(t.Id) != t.OrderKey))
        {
            throw new DbUpdateConcurrencyException("Tasks of the list were moved meanwhile.");
        }
    }
}
