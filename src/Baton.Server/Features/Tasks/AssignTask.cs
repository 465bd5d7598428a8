using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

public sealed record AssignTaskRequest(Progress State);

/// <summary>Puts people on a task and says how far each is. A guest reports their own progress and no other.</summary>
/// <exception cref="AppException">409 <c>task-deleted</c>, <c>task-archived</c>, <c>task-hidden</c>.</exception>
public static class AssignTask
{
    /// <summary>
    /// Puts somebody on a task, or says how far they are. A guest reports their own progress and no other.
    /// </summary>
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId,
        Guid personId,
        AssignTaskRequest request,
        CurrentPerson me,
        TaskAccess tasks,
        TaskAsks asks,
        BatonDb db,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForWorking(me, taskId, cancel);
        var assignee = task.Assignee(personId);
        if (assignee is null || personId != me.Id)
        {
            seat.Require(Rights.EditTask);
        }

        if (assignee is null)
        {
            await TaskPeople.Require([personId], task, db, cancel);
            task.Assign(personId, request.State);
            db.Announce(task, "task.assigned", me.Id, new { task.Id, personId, request.State });
            await asks.Assign(task.AsPost(me.Id), task.DueDate, me.Id, [personId], cancel);
            await db.SaveChangesAsync(cancel);
        }
        else if (assignee.State != request.State)
        {
            var before = assignee.State;
            assignee.Report(request.State);
            if (request.State == Progress.Done)
            {
                await asks.Finish(task.Id, personId, me.Id, cancel);
            }

            db.Announce(task, "task.progressed", me.Id, new
            {
                task.Id,
                personId,
                request.State,
                Before = new { State = before },
            });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }

    /// <summary>Takes somebody off a task.</summary>
    public static async Task<Ok<TaskResponse>> Undo(
        Guid taskId,
        Guid personId,
        CurrentPerson me,
        TaskAccess tasks,
        Envelopes envelopes,
        BatonDb db,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForEditing(me, taskId, cancel);
        if (task.Unassign(personId))
        {
            await envelopes.Withdraw(task.Id, me.Id, [personId], cancel);
            db.Announce(task, "task.unassigned", me.Id, new { task.Id, personId });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }
}
