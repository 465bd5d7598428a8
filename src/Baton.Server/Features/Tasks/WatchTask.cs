using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

/// <summary>
/// Everybody in the space may watch a task themselves; who may edit it may also have others watch it.
/// </summary>
/// <exception cref="AppException">409 <c>task-deleted</c>, <c>task-archived</c>, <c>task-hidden</c>.</exception>
public static class WatchTask
{
    /// <summary>
    /// Has somebody watch a task. Everybody in the space may watch it themselves; who may edit it may also have others
    /// watch it. Who had chosen to hear less of it, and watches it now, hears it again.
    /// </summary>
    /// <exception cref="AppException">409 <c>hearing-full</c>.</exception>
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId, Guid personId, CurrentPerson me, TaskAccess tasks, HearingChoices choices, BatonDb db,
        CancellationToken cancel)
    {
        var (task, seat) = await Open(taskId, personId, me, tasks, cancel);
        if (!task.IsWatchedBy(personId))
        {
            await TaskPeople.Require([personId], task, db, cancel);
            task.Watch(personId);
            db.Announce(task, "task.watched", me.Id, new { task.Id, personId });
        }

        if (personId == me.Id)
        {
            await choices.HearAgain(HearingPlace.Task, taskId, task.SpaceId, cancel);
        }

        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }

    /// <summary>Ends somebody's watching of a task.</summary>
    public static async Task<Ok<TaskResponse>> Undo(
        Guid taskId, Guid personId, CurrentPerson me, TaskAccess tasks, BatonDb db, CancellationToken cancel)
    {
        var (task, seat) = await Open(taskId, personId, me, tasks, cancel);
        if (task.Unwatch(personId))
        {
            db.Announce(task, "task.unwatched", me.Id, new { task.Id, personId });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }

    private static Task<(TaskItem Task, Seat Seat)> Open(
        Guid taskId, Guid personId, CurrentPerson me, TaskAccess tasks, CancellationToken cancel) =>
        personId == me.Id ? tasks.ForWatching(me, taskId, cancel) : tasks.ForEditing(me, taskId, cancel);
}
