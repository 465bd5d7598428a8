using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks.Checklists;

/// <param name="Id">The new task's.</param>
public sealed record PromoteChecklistItemRequest([property: MadeId] Guid Id, Guid ListId, string OrderKey);

/// <summary>
/// Makes a task of a step that turned out larger: its text, owner and day become the task's, and the step goes.
/// </summary>
/// <exception cref="AppException">
/// 404 <c>checklist-item-not-found</c>, <c>list-not-found</c>; 409 <c>task-deleted</c>, <c>task-archived</c>,
/// <c>list-archived</c>.
/// </exception>
public static class PromoteChecklistItem
{
    public static async Task<Created<TaskResponse>> Handle(
        Guid taskId,
        Guid itemId,
        PromoteChecklistItemRequest request,
        CurrentPerson me,
        TaskAccess tasks,
        BoardAccess boards,
        TaskAsks asks,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForEditing(me, taskId, cancel);
        seat.Require(Rights.CreateTask);
        var fingerprint = Fingerprint.Of(me.Id, new { taskId, itemId, request });
        if (await NewTask.FindMade(request.Id, fingerprint, seat, db, cancel) is { } made)
        {
            return made;
        }

        var item = task.ChecklistItem(itemId) ?? throw AppException.NotFound("checklist-item");
        var list = await boards.ListForPlacing(seat, request.ListId, cancel);
        var promoted = TaskItem.Create(
            request.Id, list, request.OrderKey, item.Text, me.Id, fingerprint, clock.UtcNow());
        promoted.DueOn(item.Due is { } day ? new TaskDate(day) : null);
        if (item.OwnerId is { } owner
            && await db.Memberships.AnyAsync(m => m.SpaceId == task.SpaceId && m.PersonId == owner, cancel))
        {
            promoted.Assign(owner, Progress.None);
        }

        task.Remove(item);
        db.Announce(task, "checklist.removed", me.Id, new
        {
            task.Id,
            itemId,
            PromotedTo = promoted.Id,
            Before = new { item.Text },
        });
        await NewTask.Announce(promoted, seat, me.Id, asks, db, cancel);
        await db.SaveChangesAsync(cancel);

        return NewTask.Created(promoted, seat);
    }
}
