using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks.Checklists;

public sealed record ChangeChecklistItemRequest
{
    [TextLimit(ChecklistItem.MaxTextLength)]
    public Optional<string> Text { get; init; }

    public Optional<Guid?> OwnerId { get; init; }

    public Optional<string?> Due { get; init; }

    public Optional<bool> Done { get; init; }

    public Optional<string> OrderKey { get; init; }
}

/// <summary>
/// Changes a step of a task; checking it off is also for a guest whom the task or the step is assigned to.
/// </summary>
/// <exception cref="AppException">
/// 404 <c>checklist-item-not-found</c>, <c>person-not-found</c>; 409 <c>task-deleted</c>, <c>task-archived</c>,
/// <c>task-hidden</c>.
/// </exception>
public static class ChangeChecklistItem
{
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId,
        Guid itemId,
        ChangeChecklistItemRequest request,
        CurrentPerson me,
        TaskAccess tasks,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForChecking(me, taskId, itemId, cancel);
        if (request.Text.Given || request.OwnerId.Given || request.Due.Given || request.OrderKey.Given)
        {
            seat.Require(Rights.EditTask);
        }

        var item = task.ChecklistItem(itemId) ?? throw AppException.NotFound("checklist-item");
        if (request.OwnerId.Value is { } ownerId && ownerId != item.OwnerId)
        {
            await TaskPeople.Require([ownerId], task, db, cancel);
        }

        var text = item.Text;
        var patch = new Patch(item.Id);
        patch.Set("text", request.Text, () => item.Text, item.Say);
        patch.Set("ownerId", request.OwnerId, () => item.OwnerId, item.GiveTo);
        patch.Set("due", request.Due, () => item.Due, item.DueOn);
        patch.Set("done", request.Done, () => item.Done, item.Check);
        patch.Set("orderKey", request.OrderKey, () => item.OrderKey, item.Place);
        if (!patch.IsEmpty)
        {
            SpreadChecklist.IfCrowded(item, db, clock.UtcNow());
            // The history says which step it was.
            var before = new Dictionary<string, object?>(patch.Before, StringComparer.Ordinal) { ["text"] = text };
            db.Announce(task, "checklist.changed", me.Id, new { task.Id, Item = patch.Fields, before });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }
}
