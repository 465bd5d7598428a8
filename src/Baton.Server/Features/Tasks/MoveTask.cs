using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

public sealed record MoveTaskRequest(Guid ListId, string OrderKey);

/// <summary>
/// Puts a task into a list, at a place. One row is written; of two people who move it at once the later one wins,
/// everywhere.
/// </summary>
/// <exception cref="AppException">
/// 404 <c>list-not-found</c>; 409 <c>task-deleted</c>, <c>task-archived</c>, <c>list-archived</c>.
/// </exception>
public static class MoveTask
{
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId,
        MoveTaskRequest request,
        CurrentPerson me,
        TaskAccess tasks,
        BoardAccess boards,
        TaskAsks asks,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForMoving(me, taskId, cancel);
        if ((task.ListId, task.OrderKey) != (request.ListId, request.OrderKey))
        {
            var list = await boards.ListForPlacing(seat, request.ListId, cancel);
            var (listId, completedAt, now) = (task.ListId, task.CompletedAt, clock.UtcNow());
            task.Place(list, request.OrderKey, now);
            db.WritePosition(task);
            SpreadTasks.IfCrowded(task, db, now);
            if (task.CompletedAt is not null && completedAt is null)
            {
                await asks.Complete(task.Id, me.Id, cancel);
            }

            if (task.CompletedAt is null && completedAt < now - BoardSnapshot.CompletedShownFor)
            {
                // It comes back from so long ago that devices may not have it: they need all of it.
                db.AnnounceWhole("task.moved", task, seat, me.Id, new { listId });
            }
            else
            {
                db.Announce(task, "task.moved", me.Id, new
                {
                    task.Id,
                    task.ListId,
                    task.OrderKey,
                    task.CompletedAt,
                    Before = new { listId },
                });
            }

            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }
}
