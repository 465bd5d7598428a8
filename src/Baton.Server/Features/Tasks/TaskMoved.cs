using Baton.Server.Data;

namespace Baton.Server.Features.Tasks;

/// <summary>
/// What another feature does, in the same transaction, when a task has gone to another space: what stands under the task
/// follows it. Called before the save, with the task in its new space and the id of the space it left.
/// </summary>
public sealed record TaskMoved(Func<TaskItem, Guid, BatonDb, CancellationToken, Task> Follow);
