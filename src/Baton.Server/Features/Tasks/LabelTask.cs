using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Tasks.Boards;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

/// <summary>Gives a task one of its space's labels, or takes it off.</summary>
public static class LabelTask
{
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId, Guid labelId, CurrentPerson me, TaskAccess tasks, BoardAccess boards, BatonDb db, CancellationToken cancel)
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
