using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

/// <summary>Takes a task away, and brings it back as it was: nothing of it is lost.</summary>
public static class DeleteTask
{
    /// <summary>Takes a task away; nothing of it is lost.</summary>
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId,
        CurrentPerson me,
        TaskAccess tasks,
        Envelopes envelopes,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForDeleting(me, taskId, cancel);
        if (task.DeletedAt is null)
        {
            task.Delete(clock.UtcNow());
            await envelopes.Withdraw(task.Id, me.Id, personIds: null, cancel);
            db.Announce(task, "task.deleted", me.Id, new { task.Id, task.DeletedAt });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }

    /// <summary>Brings a deleted task back as it was.</summary>
    public static async Task<Ok<TaskResponse>> Undo(
        Guid taskId, CurrentPerson me, TaskAccess tasks, TaskAsks asks, BatonDb db, CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForDeleting(me, taskId, cancel);
        if (task.DeletedAt is not null)
        {
            task.Restore();
            await asks.Assign(task.AsPost(me.Id), task.DueDate, me.Id, task.AtWork, cancel);
            db.AnnounceWhole("task.restored", task, seat, me.Id);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }
}
