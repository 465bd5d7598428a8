using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

/// <summary>
/// The only door to a task: with its parts, tracked, and with the seat of the person in its space. Whoever has no seat
/// there is told that the task does not exist.
/// </summary>
public sealed class TaskAccess(BatonDb db, SpaceAccess spaces)
{
    /// <summary>Also deleted and archived ones: they can be restored, and their history is part of the space.</summary>
    public async Task<(TaskItem Task, Seat Seat)> ForReading(CurrentPerson me, Guid taskId, CancellationToken cancel)
    {
        var found = await spaces.Seen(db.Tasks.WithParts(), me.Id).FirstOrDefaultAsync(s => s.Item.Id == taskId, cancel)
            ?? throw AppException.NotFound("task");
        return (found.Item, found.Seat);
    }

    public async Task<(TaskItem Task, Seat Seat)> ForEditing(CurrentPerson me, Guid taskId, CancellationToken cancel)
    {
        var (task, seat) = await With(Rights.EditTask, me, taskId, cancel);
        task.RequireOpen();
        return (task, seat);
    }

    /// <summary>
    /// To report one's progress or check off steps: whoever may edit tasks, and a guest whom this one is assigned to.
    /// </summary>
    public async Task<(TaskItem Task, Seat Seat)> ForWorking(CurrentPerson me, Guid taskId, CancellationToken cancel) =>
        await OpenFor(Rights.EditTask, me, taskId, cancel);

    /// <summary>To check off one of its steps, or change it: as above, and a guest whose step it is.</summary>
    public async Task<(TaskItem Task, Seat Seat)> ForChecking(
        CurrentPerson me, Guid taskId, Guid itemId, CancellationToken cancel) =>
        await OpenFor(Rights.EditTask, me, taskId, cancel, task => task.ChecklistItem(itemId)?.OwnerId == me.Id);

    /// <summary>
    /// To make another one like it. The caller refuses a deleted one, once it knows that there is no copy yet.
    /// </summary>
    public Task<(TaskItem Task, Seat Seat)> ForCopying(CurrentPerson me, Guid taskId, CancellationToken cancel) =>
        With(Rights.CreateTask, me, taskId, cancel);

    /// <summary>
    /// To put it elsewhere on its board: whoever may move tasks, and a guest whom this one is assigned to.
    /// </summary>
    public async Task<(TaskItem Task, Seat Seat)> ForMoving(CurrentPerson me, Guid taskId, CancellationToken cancel) =>
        await OpenFor(Rights.MoveTask, me, taskId, cancel);

    /// <summary>To take it out of the space; archived tasks stay where they are.</summary>
    public async Task<(TaskItem Task, Seat Seat)> ForSendingAway(
        CurrentPerson me, Guid taskId, CancellationToken cancel)
    {
        var (task, seat) = await With(Rights.MoveTask, me, taskId, cancel);
        task.RequireOpen();
        return (task, seat);
    }

    /// <summary>To archive it or take it out of the archive.</summary>
    public async Task<(TaskItem Task, Seat Seat)> ForArchiving(CurrentPerson me, Guid taskId, CancellationToken cancel)
    {
        var (task, seat) = await With(Rights.EditTask, me, taskId, cancel);
        task.RequirePresent();
        return (task, seat);
    }

    /// <summary>To delete or restore it.</summary>
    public Task<(TaskItem Task, Seat Seat)> ForDeleting(CurrentPerson me, Guid taskId, CancellationToken cancel) =>
        With(Rights.DeleteTask, me, taskId, cancel);

    /// <summary>To watch it oneself: everybody in the space, while it is not deleted.</summary>
    public async Task<(TaskItem Task, Seat Seat)> ForWatching(CurrentPerson me, Guid taskId, CancellationToken cancel)
    {
        var (task, seat) = await With(Rights.PostMessage, me, taskId, cancel);
        task.RequirePresent();
        return (task, seat);
    }

    /// <summary>
    /// To post a comment, and whether it is there already: one query for every comment. Without the task's parts and
    /// not tracked, for a comment changes none of them. An archived task can still be talked about.
    /// </summary>
    /// <exception cref="AppException">409 <c>task-deleted</c>, unless the comment was sent before that.</exception>
    public async Task<(TaskItem Task, bool IsSent)> ForCommenting(
        CurrentPerson me, Guid taskId, Guid messageId, CancellationToken cancel)
    {
        var found = await (
            from seen in spaces.Seen(db.Tasks.AsNoTracking(), me.Id)
            where seen.Item.Id == taskId
            select new { Task = seen.Item, seen.Seat, IsSent = db.Messages.Any(m => m.Id == messageId) })
            .FirstOrDefaultAsync(cancel) ?? throw AppException.NotFound("task");
        if (!found.IsSent)
        {
            spaces.Use(found.Seat, Rights.PostMessage);
            found.Task.RequirePresent();
            Hold(found.Task);
        }

        return (found.Task, found.IsSent);
    }

    public async Task<Seat> ForReadingComments(CurrentPerson me, Guid taskId, CancellationToken cancel) =>
        await spaces.Seen(db.Tasks, me.Id)
            .Where(s => s.Item.Id == taskId).Select(s => s.Seat).FirstOrDefaultAsync(cancel)
        ?? throw AppException.NotFound("task");

    /// <summary>That all these are tasks of the space that I see, deleted ones not.</summary>
    /// <exception cref="AppException">404 when one is not.</exception>
    public async Task Require(CurrentPerson me, Guid spaceId, IReadOnlyList<Guid> taskIds, CancellationToken cancel)
    {
        if (taskIds.Count > 0
            && await spaces.Seen(db.Tasks, me.Id).CountAsync(
                s => s.Item.SpaceId == spaceId && s.Item.DeletedAt == null && taskIds.Contains(s.Item.Id), cancel)
                    < taskIds.Count)
        {
            throw AppException.NotFound("task");
        }
    }

    private async Task<(TaskItem Task, Seat Seat)> With(
        string right, CurrentPerson me, Guid taskId, CancellationToken cancel)
    {
        var (task, seat) = await ForReading(me, taskId, cancel);
        spaces.Use(seat, right);
        Hold(task);
        return (task, seat);
    }

    private async Task<(TaskItem Task, Seat Seat)> OpenFor(
        string right, CurrentPerson me, Guid taskId, CancellationToken cancel, Func<TaskItem, bool>? isMine = null)
    {
        var (task, seat) = await ForReading(me, taskId, cancel);
        var isAssigned = task.Assignee(me.Id) is not null || isMine?.Invoke(task) == true;
        spaces.Use(seat, seat.May(right) || !isAssigned ? right : Rights.WorkOnAssignedTask);
        task.RequireOpen();
        Hold(task);
        return (task, seat);
    }

    // Every write begins with its task held in the space and the state in which it was found here: what is announced
    // there must have happened there. Of a task that has left or was deleted meanwhile the request starts over, and
    // finds it as it is now.
    private void Hold(TaskItem task)
    {
        var (id, spaceId, present, open) = (task.Id, task.SpaceId, task.DeletedAt is null, task.ArchivedAt is null);
        db.OnCondition(async cancel =>
        {
            if (await db.Database.ExecuteSqlAsync($"""
                UPDATE tasks SET began_at = began_at
                WHERE id = {id} AND space_id = {spaceId} AND (deleted_at IS NULL) = {present} AND (archived_at IS NULL) = {open}
                """, cancel) == 0)
            {
                throw new DbUpdateConcurrencyException(
                    "The task has gone to another space, the archive or the bin meanwhile.");
            }
        });
    }
}

internal static class Parts
{
    /// <summary>One query for each table, so that parts do not multiply each other.</summary>
    public static IQueryable<TaskItem> WithParts(this IQueryable<TaskItem> tasks) => tasks
        .Include(t => t.Assignees)
        .Include(t => t.Watchers)
        .Include(t => t.Labels)
        .Include(t => t.Checklist)
        .Include(t => t.Attachments)
        .AsSplitQuery();
}
