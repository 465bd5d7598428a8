using Baton.Server.Features.Attachments;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Features.Tasks.Checklists;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Tasks;

/// <content>What hangs on a task: people, labels, steps and files.</content>
public sealed partial class TaskItem
{
    /// <summary>As something that may carry addressees.</summary>
    public Post AsPost(Guid senderId) => new(
        Id, PostKind.Task, SpaceId, PostPlace.Task, Id, senderId, Subject, BeganAt);

    /// <summary>What an inbox shows of it.</summary>
    public string Subject => PlainText.Shorten(Title, Envelope.MaxSubjectLength);

    /// <summary>The day it is due, whatever the time.</summary>
    public DateOnly? DueDate => Due is { } due
        ? DateOnly.ParseExact(due.Date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>Who has not said that their part of it is done; nobody while it lies in the archive.</summary>
    public IReadOnlyList<Guid> AtWork => CompletedAt is not null || ArchivedAt is not null
        ? []
        : [.. _assignees.Where(a => a.State != Progress.Done).Select(a => a.PersonId)];

    public TaskAssignee? Assignee(Guid personId) => _assignees.Find(a => a.PersonId == personId);

    public void Assign(Guid personId, Progress state) => _assignees.Add(TaskAssignee.Of(Id, personId, state));

    public bool Unassign(Guid personId) => _assignees.RemoveAll(a => a.PersonId == personId) > 0;

    public bool IsWatchedBy(Guid personId) => _watchers.Exists(w => w.PersonId == personId);

    public void Watch(Guid personId) => _watchers.Add(TaskWatcher.Of(Id, personId));

    public bool Unwatch(Guid personId) => _watchers.RemoveAll(w => w.PersonId == personId) > 0;

    public bool Carries(Guid labelId) => _labels.Exists(l => l.LabelId == labelId);

    public void Put(Label label)
    {
        label.RequireOpen();
        _labels.Add(TaskLabel.Of(Id, label.Id));
    }

    public bool Take(Guid labelId) => _labels.RemoveAll(l => l.LabelId == labelId) > 0;

    public ChecklistItem? ChecklistItem(Guid itemId) => _checklist.Find(i => i.Id == itemId);

    /// <exception cref="AppException">409 <c>checklist-full</c>.</exception>
    public void Add(ChecklistItem item)
    {
        if (_checklist.Count >= MaxChecklistLength)
        {
            throw AppException.Conflict("checklist-full",
                $"A checklist has up to {MaxChecklistLength} items. Make a task of one.");
        }

        _checklist.Add(item);
    }

    public bool Remove(ChecklistItem item) => _checklist.Remove(item);

    public Attachment? Attachment(Guid attachmentId) => _attachments.Find(a => a.Id == attachmentId);

    public void Attach(Attachment file, DateTime now)
    {
        file.AttachToTask(Id, BeganAt, now);
        _attachments.Add(file);
    }

    /// <summary>The file is loose again, in the hands of whoever took it off, for a day.</summary>
    public void Detach(Attachment file, Guid personId, DateTime now)
    {
        _attachments.Remove(file);
        file.Detach(personId, now);
    }
}
