namespace Baton.Server.Features.Tasks;

/// <summary>How far one assignee is with their part of a task.</summary>
public enum Progress
{
    None,
    Doing,
    Done,
    Blocked,
}

public sealed class TaskAssignee
{
    private TaskAssignee()
    {
    }

    public Guid TaskId { get; private init; }

    public Guid PersonId { get; private init; }

    public Progress State { get; private set; }

    internal static TaskAssignee Of(Guid taskId, Guid personId, Progress state) =>
        new() { TaskId = taskId, PersonId = personId, State = state };

    internal void Report(Progress state) => State = state;
}

/// <summary>Somebody who wants to know how a task goes on without working on it.</summary>
public sealed class TaskWatcher
{
    private TaskWatcher()
    {
    }

    public Guid TaskId { get; private init; }

    public Guid PersonId { get; private init; }

    internal static TaskWatcher Of(Guid taskId, Guid personId) => new() { TaskId = taskId, PersonId = personId };
}

/// <summary>A label on a task.</summary>
public sealed class TaskLabel
{
    private TaskLabel()
    {
    }

    public Guid TaskId { get; private init; }

    public Guid LabelId { get; private init; }

    internal static TaskLabel Of(Guid taskId, Guid labelId) => new() { TaskId = taskId, LabelId = labelId };
}
