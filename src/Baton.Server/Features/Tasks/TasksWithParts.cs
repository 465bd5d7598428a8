using Baton.Server.Data;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks.Checklists;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

/// <summary>Tasks with their parts, to be shown: one query for each table, and parts find their task in memory.</summary>
/// <remarks>
/// A board of 500 is some 3,000 rows, and what a column costs decides how fast it opens: only those that are shown are read,
/// and into the answer itself. Split queries of the mapper would build their delegates anew for every row.
/// </remarks>
internal static class TasksWithParts
{
    /// <param name="tasks">Tasks of the seat's space that are seen from it, in the order of the answer.</param>
    public static async Task<IReadOnlyList<TaskResponse>> Read(
        IQueryable<TaskItem> tasks, Seat seat, BatonDb db, CancellationToken cancel)
    {
        var rows = await tasks
            .Select(t => new
            {
                t.Id,
                t.Number,
                t.ListId,
                t.OrderKey,
                t.Title,
                t.Description,
                t.DescriptionHtml,
                t.Priority,
                t.Start,
                t.Due,
                t.EstimateMinutes,
                t.CommentCount,
                t.CreatedBy,
                t.CreatedAt,
                t.CompletedAt,
                t.ArchivedAt,
                t.DeletedAt,
            })
            .ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return [];
        }

        var parts = await Parts.Of(tasks.Select(t => t.Id), db, cancel);
        return [.. rows.Select(t => new TaskResponse(
            t.Id,
            seat.SpaceId,
            t.Number,
            TaskResponse.KeyOf(seat.Key, t.Number),
            t.ListId,
            t.OrderKey,
            t.Title,
            t.Description,
            t.DescriptionHtml,
            t.Priority,
            TaskResponse.InOrder(parts.Labels[t.Id]),
            TaskResponse.InOrder(parts.Assignees[t.Id]),
            TaskResponse.InOrder(parts.Watchers[t.Id]),
            t.Start,
            t.Due,
            t.EstimateMinutes,
            TaskResponse.InOrder(parts.Checklist[t.Id]),
            TaskResponse.InOrder(parts.Attachments[t.Id]),
            t.CommentCount,
            t.CreatedBy,
            t.CreatedAt,
            t.CompletedAt,
            t.ArchivedAt,
            t.DeletedAt))];
    }

    private sealed record Parts(
        ILookup<Guid, Guid> Labels,
        ILookup<Guid, AssigneeResponse> Assignees,
        ILookup<Guid, Guid> Watchers,
        ILookup<Guid, ChecklistItemResponse> Checklist,
        ILookup<Guid, Attachment> Attachments)
    {
        public static async Task<Parts> Of(IQueryable<Guid> ids, BatonDb db, CancellationToken cancel)
        {
            var labels = (await db.TaskLabels
                .Where(l => ids.Contains(l.TaskId))
                .Select(l => new { l.TaskId, l.LabelId })
                .ToListAsync(cancel)).ToLookup(l => l.TaskId, l => l.LabelId);
            var assignees = (await db.TaskAssignees
                .Where(a => ids.Contains(a.TaskId))
                .Select(a => new { a.TaskId, Shown = new AssigneeResponse(a.PersonId, a.State) })
                .ToListAsync(cancel)).ToLookup(a => a.TaskId, a => a.Shown);
            var watchers = (await db.TaskWatchers
                .Where(w => ids.Contains(w.TaskId))
                .Select(w => new { w.TaskId, w.PersonId })
                .ToListAsync(cancel)).ToLookup(w => w.TaskId, w => w.PersonId);
            var checklist = (await db.ChecklistItems
                .Where(i => ids.Contains(i.TaskId))
                .Select(i => new { i.TaskId, Shown = new ChecklistItemResponse(i.Id, i.Text, i.OwnerId, i.Due, i.Done, i.OrderKey) })
                .ToListAsync(cancel)).ToLookup(i => i.TaskId, i => i.Shown);
            var attachments = (await db.Attachments.AsNoTracking()
                .Where(a => ids.Contains(a.TaskId!.Value))
                .ToListAsync(cancel)).ToLookup(a => a.TaskId!.Value);
            return new Parts(labels, assignees, watchers, checklist, attachments);
        }
    }
}
