using System.Globalization;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Tasks.Checklists;

namespace Baton.Server.Features.Tasks;

public sealed record AssigneeResponse(Guid PersonId, Progress State);

/// <param name="Key">What people call it: WEB-142.</param>
/// <param name="DescriptionHtml">The description, rendered and sanitised.</param>
public sealed record TaskResponse(
    Guid Id,
    Guid SpaceId,
    int Number,
    string Key,
    Guid ListId,
    string OrderKey,
    string Title,
    string Description,
    string DescriptionHtml,
    Priority Priority,
    IReadOnlyList<Guid> LabelIds,
    IReadOnlyList<AssigneeResponse> Assignees,
    IReadOnlyList<Guid> WatcherIds,
    TaskDate? Start,
    TaskDate? Due,
    int? EstimateMinutes,
    IReadOnlyList<ChecklistItemResponse> Checklist,
    IReadOnlyList<AttachmentResponse> Attachments,
    int CommentCount,
    Guid CreatedBy,
    DateTime CreatedAt,
    DateTime? CompletedAt,
    DateTime? ArchivedAt,
    DateTime? DeletedAt)
{
    /// <summary>Of a task that was loaded with its parts; they come in an order that does not depend on the database.</summary>
    public static TaskResponse From(TaskItem task, string spaceKey) => new(
        task.Id,
        task.SpaceId,
        task.Number,
        string.Create(CultureInfo.InvariantCulture, $"{spaceKey}-{task.Number}"),
        task.ListId,
        task.OrderKey,
        task.Title,
        task.Description,
        task.DescriptionHtml,
        task.Priority,
        [.. task.Labels.Select(l => l.LabelId).Order()],
        [.. task.Assignees.OrderBy(a => a.PersonId).Select(a => new AssigneeResponse(a.PersonId, a.State))],
        [.. task.Watchers.Select(w => w.PersonId).Order()],
        task.Start,
        task.Due,
        task.EstimateMinutes,
        [.. task.Checklist.OrderBy(i => i.OrderKey, StringComparer.Ordinal).ThenBy(i => i.Id).Select(ChecklistItemResponse.From)],
        [.. task.Attachments.OrderBy(a => a.AttachedAt).ThenBy(a => a.Id).Select(AttachmentResponse.From)],
        task.CommentCount,
        task.CreatedBy,
        task.CreatedAt,
        task.CompletedAt,
        task.ArchivedAt,
        task.DeletedAt);
}
