using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

public sealed record SendTaskRequest(Guid SpaceId, Guid ListId, string OrderKey);

/// <summary>
/// Sends a task to another space. There it counts anew (WEB-142 becomes OPS-7), keeps the people who are in that space
/// too and its labels (see <see cref="SameLabels"/>), and its comments come along.
/// </summary>
/// <exception cref="AppException">
/// 404 <c>space-not-found</c>, <c>list-not-found</c>; 409 <c>task-deleted</c>, <c>task-archived</c>,
/// <c>list-archived</c>.
/// </exception>
public static class SendTask
{
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId,
        SendTaskRequest request,
        CurrentPerson me,
        TaskAccess tasks,
        SpaceAccess spaces,
        BoardAccess boards,
        TaskAsks asks,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForSendingAway(me, taskId, cancel);
        if (task.SpaceId == request.SpaceId)
        {
            return await MoveTask.Handle(
                taskId, new MoveTaskRequest(request.ListId, request.OrderKey), me, tasks, boards, asks, db, clock,
                cancel);
        }

        var there = await spaces.For(me, request.SpaceId, Rights.CreateTask, cancel);
        var list = await boards.ListForPlacing(there, request.ListId, cancel);
        var labels = await SameLabels.In(there, task, db, clock.UtcNow(), cancel);
        var members = await db.Memberships.Where(m => m.SpaceId == there.SpaceId)
            .Select(m => m.PersonId).ToHashSetAsync(cancel);
        db.Announce(task, "task.departed", me.Id, new { task.Id, ToSpaceId = there.SpaceId });
        task.MoveTo(list, request.OrderKey, labels, members.Contains, clock.UtcNow());
        db.WritePosition(task);
        SpreadTasks.IfCrowded(task, db, clock.UtcNow());
        db.TakeNumber(there.SpaceId, task.NumberAs);
        BringComments(task, db);
        asks.MoveTo(task.Id, task.SpaceId, task.BeganAt);
        db.AnnounceWhole("task.arrived", task, there, me.Id, new { seat.SpaceId });
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(TaskResponse.From(task, there.Key));
    }

    // With statements, so that a comment posted this moment comes along too.
    private static void BringComments(TaskItem task, BatonDb db)
    {
        db.Also($"UPDATE messages SET space_id = {task.SpaceId}, began_at = {task.BeganAt} WHERE place_id = {task.Id}");
        db.Also($"""
            UPDATE attachments SET space_id = {task.SpaceId}, began_at = {task.BeganAt}
            WHERE message_id IN (SELECT id FROM messages WHERE place_id = {task.Id})
            """);
    }
}
