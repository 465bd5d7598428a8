using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

public sealed record CopyTaskRequest([property: MadeId] Guid Id, Guid ListId, string OrderKey);

/// <summary>
/// Makes another task like this one: what is to be done and by whom, nobody having begun; no watchers, no comments.
/// </summary>
/// <exception cref="AppException">404 <c>list-not-found</c>; 409 <c>task-deleted</c>, <c>list-archived</c>.</exception>
public static class CopyTask
{
    public static async Task<Created<TaskResponse>> Handle(
        Guid taskId,
        CopyTaskRequest request,
        CurrentPerson me,
        TaskAccess tasks,
        BoardAccess boards,
        TaskAsks asks,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForCopying(me, taskId, cancel);
        var fingerprint = Fingerprint.Of(me.Id, new { taskId, request });
        if (await NewTask.FindMade(request.Id, fingerprint, seat, db, cancel) is { } made)
        {
            return made;
        }

        task.RequirePresent();
        var now = clock.UtcNow();
        var list = await boards.ListForPlacing(seat, request.ListId, cancel);
        var members = await db.Memberships.Where(m => m.SpaceId == seat.SpaceId)
            .Select(m => m.PersonId).ToHashSetAsync(cancel);
        var copy = task.Copy(request.Id, list, request.OrderKey, me.Id, fingerprint, members.Contains, now);
        db.Attachments.AddRange(copy.Attachments);
        await NewTask.Announce(copy, seat, me.Id, asks, db, cancel);
        await db.SaveChangesAsync(cancel);

        return NewTask.Created(copy, seat);
    }
}
