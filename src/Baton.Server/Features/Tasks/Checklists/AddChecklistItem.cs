using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks.Checklists;

/// <param name="Due">A day, such as <c>2026-11-27</c>.</param>
public sealed record AddChecklistItemRequest(
    [property: MadeId] Guid Id,
    [property: TextLimit(ChecklistItem.MaxTextLength)] string Text,
    string OrderKey,
    Guid? OwnerId = null,
    string? Due = null);

/// <summary>Adds a step to a task's checklist.</summary>
/// <exception cref="AppException">
/// 404 <c>person-not-found</c>; 409 <c>task-deleted</c>, <c>task-archived</c>, <c>task-hidden</c>,
/// <c>checklist-full</c>.
/// </exception>
public static class AddChecklistItem
{
    public static async Task<Created<TaskResponse>> Handle(
        Guid taskId,
        AddChecklistItemRequest request,
        CurrentPerson me,
        TaskAccess tasks,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForEditing(me, taskId, cancel);
        var fingerprint = Fingerprint.Of(me.Id, new { taskId, request });
        if (await db.ChecklistItems.AsNoTracking().FirstOrDefaultAsync(i => i.Id == request.Id, cancel) is { } made)
        {
            Fingerprint.RequireSame(made.Fingerprint, fingerprint);
            return NewTask.Created(task, seat);
        }

        var item = ChecklistItem.Of(request.Id, task.Id, request.Text, request.OrderKey, fingerprint);
        item.DueOn(request.Due);
        if (request.OwnerId is { } ownerId)
        {
            await TaskPeople.Require([ownerId], task, db, cancel);
            item.GiveTo(ownerId);
        }

        task.Add(item);
        SpreadChecklist.IfCrowded(item, db, clock.UtcNow());
        db.Announce(task, "checklist.added", me.Id, new { task.Id, Item = ChecklistItemResponse.From(item) });
        await db.SaveChangesAsync(cancel);

        return NewTask.Created(task, seat);
    }
}
