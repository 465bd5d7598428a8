using Baton.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

/// <summary>Tasks with their parts, to be read: one query for each table, and parts find their task in memory.</summary>
/// <remarks>Split queries of the mapper would do the same, but build their delegates anew for every row: half the time of a board of 500.</remarks>
internal static class TasksWithParts
{
    public static async Task<IReadOnlyList<TaskItem>> Read(IQueryable<TaskItem> tasks, BatonDb db, CancellationToken cancel)
    {
        var found = await tasks.AsNoTracking().ToListAsync(cancel);
        if (found.Count == 0)
        {
            return [];
        }

        var ids = tasks.Select(t => t.Id);
        var assignees = await Of(db.TaskAssignees.Where(a => ids.Contains(a.TaskId)), a => a.TaskId, cancel);
        var watchers = await Of(db.TaskWatchers.Where(w => ids.Contains(w.TaskId)), w => w.TaskId, cancel);
        var labels = await Of(db.TaskLabels.Where(l => ids.Contains(l.TaskId)), l => l.TaskId, cancel);
        var checklist = await Of(db.ChecklistItems.Where(i => ids.Contains(i.TaskId)), i => i.TaskId, cancel);
        var attachments = await Of(db.Attachments.Where(a => ids.Contains(a.TaskId!.Value)), a => a.TaskId!.Value, cancel);
        return [.. found.Select(t => t.Hold(assignees[t.Id], watchers[t.Id], labels[t.Id], checklist[t.Id], attachments[t.Id]))];
    }

    private static async Task<ILookup<Guid, T>> Of<T>(IQueryable<T> parts, Func<T, Guid> taskId, CancellationToken cancel)
        where T : class => (await parts.AsNoTracking().ToListAsync(cancel)).ToLookup(taskId);
}
