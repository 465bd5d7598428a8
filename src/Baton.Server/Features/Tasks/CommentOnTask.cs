using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Messages;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

/// <summary>Says something under a task.</summary>
public static class CommentOnTask
{
    /// <exception cref="AppException">
    /// 404 <c>message-not-found</c>, <c>attachment-not-found</c>, <c>person-not-found</c>; 409 <c>task-deleted</c>,
    /// <c>message-deleted</c>, <c>attachment-taken</c>, <c>post-hidden</c>, <c>break-glass-guest</c>,
    /// <c>duty-first</c>, <c>break-glass-spent</c>, <c>break-glass-receiver-spent</c>.
    /// </exception>
    public static async Task<Created<MessageResponse>> Handle(
        Guid taskId,
        WriteMessageRequest request,
        CurrentPerson me,
        TaskAccess tasks,
        NewMessage newMessage,
        BatonDb db,
        CancellationToken cancel)
    {
        var (task, isSent) = await tasks.ForCommenting(me, taskId, request.Id, cancel);
        var comments = new Place(PlaceKind.Task, taskId);
        if (isSent)
        {
            return await newMessage.Repeat(me, comments, request, threadId: null, cancel);
        }

        var (message, response) = await newMessage.Write(
            me, task.SpaceId, comments, request, task.BeganAt, threadId: null,
            await TaskPeople.Informed(task, db, cancel), cancel);
        db.Also($"UPDATE tasks SET comment_count = comment_count + 1 WHERE id = {taskId}");
        db.Announce(message, "message.posted", me.Id, response);
        await db.SaveChangesAsync(cancel);

        return NewMessage.Created(response);
    }

    /// <summary>What was said under a task.</summary>
    /// <exception cref="AppException">404 <c>message-not-found</c>.</exception>
    public static async Task<Ok<MessagesResponse>> Read(
        Guid taskId,
        [AsParameters] MessageRange range,
        CurrentPerson me,
        TaskAccess tasks,
        BatonDb db,
        CancellationToken cancel)
    {
        var seat = await tasks.ForReadingComments(me, taskId, cancel);
        return TypedResults.Ok(
            await MessageStream.Read(db.Messages.Where(m => m.PlaceId == taskId), seat, range, db, cancel));
    }
}
