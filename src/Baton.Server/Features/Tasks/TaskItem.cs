using Baton.Server.Features.Attachments;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Features.Tasks.Checklists;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Tasks;

public enum Priority
{
    Lowest,
    Low,
    Normal,
    High,
    Highest,
}

/// <summary>A unit of work on a space's board; sits in a list.</summary>
public sealed partial class TaskItem : ISpaceItem
{
    public const int MaxTitleLength = 500;
    public const int MaxDescriptionLength = 40_000;
    public const int MaxEstimateMinutes = 1_000_000;
    public const int MaxChecklistLength = 200;
    public const int MaxAttachments = 100;

    private readonly List<TaskAssignee> _assignees = [];
    private readonly List<TaskWatcher> _watchers = [];
    private readonly List<TaskLabel> _labels = [];
    private readonly List<ChecklistItem> _checklist = [];
    private readonly List<Attachment> _attachments = [];

    private TaskItem()
    {
    }

    public Guid Id { get; private init; }

    public Guid SpaceId { get; private set; }

    /// <summary>Counts up within the space; with the space's key it is what people say: WEB-142.</summary>
    public int Number { get; private set; }

    public Guid ListId { get; private set; }

    public string OrderKey { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The title as a list's text filter compares it.</summary>
    public string FoldedTitle { get; private set; } = "";

    /// <summary>Markdown, as typed.</summary>
    public string Description { get; private set; } = "";

    /// <summary><see cref="Description"/> rendered and sanitised when it was written.</summary>
    public string DescriptionHtml { get; private set; } = "";

    public Priority Priority { get; private set; } = Priority.Normal;

    public TaskDate? Start { get; private set; }

    /// <summary><see cref="TaskDate.Begin"/> of <see cref="Start"/>, for ordering.</summary>
    public DateTime? StartAt { get; private set; }

    public TaskDate? Due { get; private set; }

    /// <summary><see cref="TaskDate.End"/> of <see cref="Due"/>, for ordering.</summary>
    public DateTime? DueAt { get; private set; }

    public int? EstimateMinutes { get; private set; }

    /// <summary>
    /// Deleted ones too. Counted up in the transaction of each comment (<see cref="CommentOnTask"/>), never written
    /// from here.
    /// </summary>
    public int CommentCount { get; private init; }

    public Guid CreatedBy { get; private init; }

    public DateTime CreatedAt { get; private init; }

    /// <summary>Since when it has been in this space: made here, or come from another.</summary>
    public DateTime BeganAt { get; private set; }

    /// <summary>Since when it has been in done lists; null while it is open.</summary>
    public DateTime? CompletedAt { get; private set; }

    /// <summary>Put away: off the board, unchangeable until it is taken out again.</summary>
    public DateTime? ArchivedAt { get; private set; }

    /// <summary>Deleted tasks stay readable and can be restored.</summary>
    public DateTime? DeletedAt { get; private set; }

    /// <summary><see cref="Kernel.Web.Fingerprint"/> of the request that made it.</summary>
    public string Fingerprint { get; private init; } = "";

    public IReadOnlyList<TaskAssignee> Assignees => _assignees;

    public IReadOnlyList<TaskWatcher> Watchers => _watchers;

    public IReadOnlyList<TaskLabel> Labels => _labels;

    public IReadOnlyList<ChecklistItem> Checklist => _checklist;

    public IReadOnlyList<Attachment> Attachments => _attachments;

    public static TaskItem Create(
        Guid id, TaskList list, string orderKey, string title, Guid createdBy, string fingerprint, DateTime now)
    {
        var task = new TaskItem
        {
            Id = id,
            SpaceId = list.SpaceId,
            CreatedBy = createdBy,
            CreatedAt = now,
            BeganAt = now,
            Fingerprint = fingerprint,
        };
        task.Retitle(title);
        task.Place(list, orderKey, now);
        return task;
    }

    /// <summary>Another task like this one: the same work, people, steps and files, nothing of it begun.</summary>
    /// <param name="isMember">Who of its people is still in the space.</param>
    public TaskItem Copy(
        Guid id,
        TaskList list,
        string orderKey,
        Guid createdBy,
        string fingerprint,
        Func<Guid, bool> isMember,
        DateTime now)
    {
        var copy = Create(id, list, orderKey, Title, createdBy, fingerprint, now);
        copy.Description = Description;
        copy.DescriptionHtml = DescriptionHtml;
        copy.Priority = Priority;
        copy.StartOn(Start);
        copy.DueOn(Due);
        copy.EstimateMinutes = EstimateMinutes;
        copy._labels.AddRange(_labels.Select(l => TaskLabel.Of(id, l.LabelId)));
        copy._assignees.AddRange(_assignees.Where(a => isMember(a.PersonId))
            .Select(a => TaskAssignee.Of(id, a.PersonId, Progress.None)));
        copy._checklist.AddRange(_checklist.Select(i => i.CopyFor(id, Guid.CreateVersion7(now), isMember)));
        foreach (var file in _attachments)
        {
            copy.Attach(file.Copy(Guid.CreateVersion7(now), createdBy, now), now);
        }

        return copy;
    }

    public void NumberAs(int number) => Number = number;

    public void Retitle(string? title)
    {
        Title = PlainText.Line("title", title, MaxTitleLength);
        FoldedTitle = Folded.Of(Title);
    }

    public void Describe(string? description, Markdown markdown)
    {
        Description = PlainText.Body("description", description, MaxDescriptionLength);
        DescriptionHtml = markdown.Render(Description);
    }

    public void Prioritise(Priority priority) => Priority = priority;

    public void StartOn(TaskDate? start)
    {
        Start = TaskDate.Require("start", start);
        StartAt = Start?.Begin();
    }

    public void DueOn(TaskDate? due)
    {
        Due = TaskDate.Require("due", due);
        DueAt = Due?.End();
    }

    public void Estimate(int? minutes) => EstimateMinutes = minutes is null or (>= 0 and <= MaxEstimateMinutes)
        ? minutes
        : throw AppException.Invalid("estimateMinutes",
            $"An estimate is a number of minutes from 0 to {MaxEstimateMinutes}.");

    /// <summary>Puts it into a list, at a place. Entering a done list completes it, leaving opens it again.</summary>
    public void Place(TaskList list, string orderKey, DateTime now)
    {
        list.RequireOpen();
        OrderKey = Kernel.Text.OrderKey.Require("orderKey", orderKey);
        ListId = list.Id;
        CompletedAt = list.Done ? CompletedAt ?? now : null;
    }

    /// <summary>Keeps its place in its list under another key.</summary>
    public void Stand(string orderKey) => OrderKey = orderKey;

    /// <summary>Moves house: another space, another number; what belongs to the old space alone stays behind.</summary>
    /// <param name="labels">The labels it carries there.</param>
    /// <param name="isMember">Who of its people is in the new space too.</param>
    public void MoveTo(
        TaskList list, string orderKey, IEnumerable<Guid> labels, Func<Guid, bool> isMember, DateTime now)
    {
        SpaceId = list.SpaceId;
        BeganAt = now;
        Place(list, orderKey, now);
        _labels.Clear();
        _labels.AddRange(labels.Select(label => TaskLabel.Of(Id, label)));
        _assignees.RemoveAll(a => !isMember(a.PersonId));
        _watchers.RemoveAll(w => !isMember(w.PersonId));
        foreach (var item in _checklist.Where(i => i.OwnerId is { } owner && !isMember(owner)))
        {
            item.GiveTo(null);
        }

        _attachments.ForEach(file => file.MoveTo(SpaceId, now));
    }

    public void Archive(DateTime now) => ArchivedAt ??= now;

    public void Unarchive() => ArchivedAt = null;

    public void Delete(DateTime now) => DeletedAt ??= now;

    public void Restore() => DeletedAt = null;

    /// <exception cref="AppException">409 <c>task-deleted</c>.</exception>
    public void RequirePresent()
    {
        if (DeletedAt is not null)
        {
            throw AppException.Conflict(
                "task-deleted", "This task was deleted. Restore it to go on.", new { Id, DeletedAt });
        }
    }

    /// <exception cref="AppException">409 <c>task-deleted</c> or <c>task-archived</c>.</exception>
    public void RequireOpen()
    {
        RequirePresent();
        if (ArchivedAt is not null)
        {
            throw AppException.Conflict("task-archived", "This task is archived. Take it out of the archive to go on.",
                new { Id, ArchivedAt });
        }
    }
}
