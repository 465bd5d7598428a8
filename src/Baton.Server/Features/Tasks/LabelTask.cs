using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

/// <summary>Gives a task one of its space's labels, or takes it off.</summary>
/// <exception cref="AppException">409 <c>task-deleted</c>, <c>task-archived</c>, <c>label-archived</c>.</exception>
public static class LabelTask
{
    /// <summary>Gives a task one of its space's labels.</summary>
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId,
        Guid labelId,
        CurrentPerson me,
        TaskAccess tasks,
        BoardAccess boards,
        BatonDb db,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForEditing(me, taskId, cancel);
        if (!task.Carries(labelId))
        {
            task.Put((await boards.LabelsForCarrying(seat, [labelId], cancel))[0]);
            db.Announce(task, "task.labelled", me.Id, new { task.Id, labelId });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }

    /// <summary>Takes a label off a task.</summary>
    public static async Task<Ok<TaskResponse>> Undo(
        Guid taskId, Guid labelId, CurrentPerson me, TaskAccess tasks, BatonDb db, CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForEditing(me, taskId, cancel);
        if (task.Take(labelId))
        {
            db.Announce(task, "task.unlabelled", me.Id, new { task.Id, labelId });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }
}
