using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

/// <summary>
/// Puts a file that I uploaded to a task, or takes one off. A guest takes off only what they uploaded.
/// </summary>
/// <exception cref="AppException">
/// 409 <c>task-deleted</c>, <c>task-archived</c>, <c>attachments-full</c>, <c>attachment-taken</c>.
/// </exception>
public static class AttachToTask
{
    /// <summary>Puts a file that I uploaded to a task.</summary>
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId,
        Guid attachmentId,
        CurrentPerson me,
        TaskAccess tasks,
        AttachmentAccess attachments,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForWorking(me, taskId, cancel);
        seat.Require(Rights.AddAttachment);
        if (task.Attachment(attachmentId) is null)
        {
            if (task.Attachments.Count >= TaskItem.MaxAttachments)
            {
                throw AppException.Conflict("attachments-full",
                    $"A task has up to {TaskItem.MaxAttachments} files. Take one off first.");
            }

            var file = (await attachments.ForAttaching(me, task.SpaceId, [attachmentId], cancel))[0];
            task.Attach(file, clock.UtcNow());
            db.Announce(task, "task.attached", me.Id, new { task.Id, Attachment = AttachmentResponse.From(file) });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }

    /// <summary>Takes a file off a task. A guest takes off only what they uploaded.</summary>
    public static async Task<Ok<TaskResponse>> Undo(
        Guid taskId,
        Guid attachmentId,
        CurrentPerson me,
        TaskAccess tasks,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForWorking(me, taskId, cancel);
        if (task.Attachment(attachmentId) is { } file)
        {
            if (file.UploadedById != me.Id)
            {
                seat.Require(Rights.EditTask);
            }

            var now = clock.UtcNow();
            task.Detach(file, me.Id, now);
            db.Jobs.Add(ForgetLooseAttachments.Due(now));
            db.Announce(task, "task.detached", me.Id, new
            {
                task.Id,
                attachmentId,
                Before = new { file.Name },
            });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }
}
