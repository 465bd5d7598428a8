using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

/// <param name="Description">Markdown.</param>
/// <param name="AttachmentIds">What I uploaded to the space and nobody has attached yet.</param>
public sealed record CreateTaskRequest(
    [property: MadeId] Guid Id,
    Guid ListId,
    string OrderKey,
    [property: TextLimit(TaskItem.MaxTitleLength)] string Title,
    [property: TextLimit(TaskItem.MaxDescriptionLength)] string? Description = null,
    Priority Priority = Priority.Normal,
    [property: MaxLength(100)] IReadOnlyList<Guid>? AssigneeIds = null,
    [property: MaxLength(100)] IReadOnlyList<Guid>? LabelIds = null,
    TaskDate? Start = null,
    TaskDate? Due = null,
    int? EstimateMinutes = null,
    [property: MaxLength(Attachment.MaxAtOnce)] IReadOnlyList<Guid>? AttachmentIds = null);

/// <summary>Makes a task in a list of the board, with whatever of it is known.</summary>
/// <exception cref="AppException">
/// 404 <c>list-not-found</c>, <c>label-not-found</c>, <c>person-not-found</c>, <c>attachment-not-found</c>; 409
/// <c>list-archived</c>,
/// <c>label-archived</c>, <c>attachment-taken</c>.
/// </exception>
public static class CreateTask
{
    public static async Task<Created<TaskResponse>> Handle(
        Guid spaceId,
        CreateTaskRequest request,
        CurrentPerson me,
        SpaceAccess spaces,
        BoardAccess boards,
        TaskAsks asks,
        AttachmentAccess attachments,
        Markdown markdown,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var seat = await spaces.For(me, spaceId, Rights.CreateTask, cancel);
        var fingerprint = Fingerprint.Of(me.Id, new { spaceId, request });
        if (await NewTask.FindMade(request.Id, fingerprint, seat, db, cancel) is { } made)
        {
            return made;
        }

        var now = clock.UtcNow();
        var list = await boards.ListForPlacing(seat, request.ListId, cancel);
        var task = TaskItem.Create(request.Id, list, request.OrderKey, request.Title, me.Id, fingerprint, now);
        task.Describe(request.Description, markdown);
        task.Prioritise(request.Priority);
        task.StartOn(request.Start);
        task.DueOn(request.Due);
        task.Estimate(request.EstimateMinutes);
        foreach (var personId in await TaskPeople.Require(request.AssigneeIds ?? [], task, db, cancel))
        {
            task.Assign(personId, Progress.None);
        }

        foreach (var label in await boards.LabelsForCarrying(seat, request.LabelIds ?? [], cancel))
        {
            task.Put(label);
        }

        foreach (var file in await attachments.ForAttaching(me, spaceId, request.AttachmentIds, cancel))
        {
            task.Attach(file, now);
        }

        await NewTask.Announce(task, seat, me.Id, asks, db, cancel);
        await db.SaveChangesAsync(cancel);

        return NewTask.Created(task, seat);
    }
}
