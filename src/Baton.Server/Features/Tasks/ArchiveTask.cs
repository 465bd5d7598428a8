using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

/// <summary>
/// Puts a task away, off the board, and takes it out again. While it lies there nobody is asked to do it.
/// </summary>
/// <exception cref="AppException">409 <c>task-deleted</c>.</exception>
public static class ArchiveTask
{
    /// <summary>Puts a task away, off the board.</summary>
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId,
        CurrentPerson me,
        TaskAccess tasks,
        Envelopes envelopes,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForArchiving(me, taskId, cancel);
        if (task.ArchivedAt is null)
        {
            task.Archive(clock.UtcNow());
            await envelopes.Withdraw(task.Id, me.Id, personIds: null, cancel);
            db.Announce(task, "task.archived", me.Id, new { task.Id, task.ArchivedAt });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }

    /// <summary>Takes a task out of the archive, back to its list.</summary>
    public static async Task<Ok<TaskResponse>> Undo(
        Guid taskId, CurrentPerson me, TaskAccess tasks, Envelopes envelopes, BatonDb db, CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForArchiving(me, taskId, cancel);
        if (task.ArchivedAt is { } since)
        {
            task.Unarchive();
            await envelopes.Restore(task.Id, me.Id, since, task.AtWork, cancel);
            db.AnnounceWhole("task.unarchived", task, seat, me.Id);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }
}
