using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks.Checklists;

/// <summary>Takes a step off a task's checklist.</summary>
/// <exception cref="AppException">409 <c>task-deleted</c>, <c>task-archived</c>.</exception>
public static class RemoveChecklistItem
{
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId, Guid itemId, CurrentPerson me, TaskAccess tasks, BatonDb db, CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForEditing(me, taskId, cancel);
        if (task.ChecklistItem(itemId) is { } item)
        {
            task.Remove(item);
            db.Announce(task, "checklist.removed", me.Id, new
            {
                task.Id,
                itemId,
                Before = new { item.Text },
            });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }
}
