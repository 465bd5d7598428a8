using Baton.Server.Data;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks.Checklists;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

/// <summary>
/// Tasks with their parts, to be shown: one query for each table, and parts find their task in memory.
/// </summary>
/// <remarks>
/// A board of 500 is some 3,000 rows, and what a column costs decides how fast it opens: only those that are shown are
/// read, and into the answer itself. Split queries of the mapper would build their delegates anew for every row. A part
/// comes with its task's number, which SQLite reads in a fraction of the time of an id. The tasks are joined: as a list
/// that parts are looked up in, SQLite would sort their ids once for each table.
/// </remarks>
internal static class TasksWithParts
{
    /// <summary>To be called while reading one moment: a number is a task's in one space alone.</summary>
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

        var parts = await Parts.Of(tasks, db, cancel);
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
            TaskResponse.InOrder(parts.Labels[t.Number]),
            TaskResponse.InOrder(parts.Assignees[t.Number]),
            TaskResponse.InOrder(parts.Watchers[t.Number]),
            t.Start,
            t.Due,
            t.EstimateMinutes,
            TaskResponse.InOrder(parts.Checklist[t.Number]),
            TaskResponse.InOrder(parts.Attachments[t.Number]),
            t.CommentCount,
            t.CreatedBy,
            t.CreatedAt,
            t.CompletedAt,
            t.ArchivedAt,
            t.DeletedAt))];
    }

    private sealed record Parts(
        ILookup<int, Guid> Labels,
        ILookup<int, AssigneeResponse> Assignees,
        ILookup<int, Guid> Watchers,
        ILookup<int, ChecklistItemResponse> Checklist,
        ILookup<int, Attachment> Attachments)
    {
        public static async Task<Parts> Of(IQueryable<TaskItem> tasks, BatonDb db, CancellationToken cancel)
        {
            var labels = (await tasks
                .Join(db.TaskLabels, t => t.Id, l => l.TaskId, (t, l) => new { t.Number, l.LabelId })
                .ToListAsync(cancel)).ToLookup(l => l.Number, l => l.LabelId);
            var assignees = (await tasks
                .Join(db.TaskAssignees, t => t.Id, a => a.TaskId, (t, a) => new
                {
                    t.Number,
                    Shown = new AssigneeResponse(a.PersonId, a.State),
                })
                .ToListAsync(cancel)).ToLookup(a => a.Number, a => a.Shown);
            var watchers = (await tasks
                .Join(db.TaskWatchers, t => t.Id, w => w.TaskId, (t, w) => new { t.Number, w.PersonId })
                .ToListAsync(cancel)).ToLookup(w => w.Number, w => w.PersonId);
            var checklist = (await tasks
                .Join(db.ChecklistItems, t => t.Id, i => i.TaskId, (t, i) => new
                {
                    t.Number,
                    Shown = new ChecklistItemResponse(i.Id, i.Text, i.OwnerId, i.Due, i.Done, i.OrderKey),
                })
                .ToListAsync(cancel)).ToLookup(i => i.Number, i => i.Shown);
            var attachments = (await tasks.AsNoTracking()
                .Join(db.Attachments, t => t.Id, a => a.TaskId, (t, a) => new { t.Number, File = a })
                .ToListAsync(cancel)).ToLookup(a => a.Number, a => a.File);
            return new Parts(labels, assignees, watchers, checklist, attachments);
        }
    }
}
