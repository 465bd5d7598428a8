using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

public sealed record ChangeTaskRequest
{
    [TextLimit(TaskItem.MaxTitleLength)]
    public Optional<string> Title { get; init; }

    [TextLimit(TaskItem.MaxDescriptionLength)]
    public Optional<string> Description { get; init; }

    public Optional<Priority> Priority { get; init; }

    public Optional<TaskDate?> Start { get; init; }

    public Optional<TaskDate?> Due { get; init; }

    public Optional<int?> EstimateMinutes { get; init; }
}

/// <summary>
/// Changes what a task says of itself. People who change different fields at once do not disturb each other.
/// </summary>
/// <exception cref="AppException">409 <c>task-deleted</c>, <c>task-archived</c>.</exception>
public static class ChangeTask
{
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId,
        ChangeTaskRequest request,
        CurrentPerson me,
        TaskAccess tasks,
        TaskAsks asks,
        Markdown markdown,
        BatonDb db,
        CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForEditing(me, taskId, cancel);
        var patch = new Patch(task.Id);
        patch.Set("title", request.Title, () => task.Title, task.Retitle);
        patch.Set("priority", request.Priority, () => task.Priority, task.Prioritise);
        patch.Set("estimateMinutes", request.EstimateMinutes, () => task.EstimateMinutes, task.Estimate);
        if (patch.Set("description", request.Description, () => task.Description,
            text => task.Describe(text, markdown)))
        {
            patch.Add("descriptionHtml", task.DescriptionHtml);
            db.WriteDescription(task);
        }

        if (patch.Set("start", request.Start, () => task.Start, task.StartOn))
        {
            db.WriteStart(task);
        }

        if (patch.Set("due", request.Due, () => task.Due, task.DueOn))
        {
            db.WriteDue(task);
        }

        if (!patch.IsEmpty)
        {
            db.Announce(task, "task.changed", me.Id, patch.Payload);
            if (request.Title.Given || request.Due.Given)
            {
                await asks.Change(task.Id, task.Subject, task.DueDate, cancel);
            }

            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }
}
