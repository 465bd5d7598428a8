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
    /// <summary>Of a task that was loaded with its parts.</summary>
    public static TaskResponse From(TaskItem task, string spaceKey) => new(
        task.Id,
        task.SpaceId,
        task.Number,
        KeyOf(spaceKey, task.Number),
        task.ListId,
        task.OrderKey,
        task.Title,
        task.Description,
        task.DescriptionHtml,
        task.Priority,
        InOrder(task.Labels.Select(l => l.LabelId)),
        InOrder(task.Assignees.Select(a => new AssigneeResponse(a.PersonId, a.State))),
        InOrder(task.Watchers.Select(w => w.PersonId)),
        task.Start,
        task.Due,
        task.EstimateMinutes,
        InOrder(task.Checklist.Select(ChecklistItemResponse.From)),
        InOrder(task.Attachments),
        task.CommentCount,
        task.CreatedBy,
        task.CreatedAt,
        task.CompletedAt,
        task.ArchivedAt,
        task.DeletedAt);

    internal static string KeyOf(string spaceKey, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{spaceKey}-{number}");

    // Parts come in an order that does not depend on the database.
    internal static IReadOnlyList<Guid> InOrder(IEnumerable<Guid> ids) => ids.Order().ToArray();

    internal static IReadOnlyList<AssigneeResponse> InOrder(IEnumerable<AssigneeResponse> assignees) =>
        assignees.OrderBy(a => a.PersonId).ToArray();

    internal static IReadOnlyList<ChecklistItemResponse> InOrder(IEnumerable<ChecklistItemResponse> steps) =>
        steps.OrderBy(s => s.OrderKey, StringComparer.Ordinal).ThenBy(s => s.Id).ToArray();

    internal static IReadOnlyList<AttachmentResponse> InOrder(IEnumerable<Attachment> attachments) =>
        attachments.OrderBy(a => a.AttachedAt).ThenBy(a => a.Id).Select(AttachmentResponse.From).ToArray();
}
