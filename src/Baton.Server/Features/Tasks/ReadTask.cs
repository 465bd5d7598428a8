using Baton.Server.Features.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

public static class ReadTask
{
    /// <summary>
    /// One task with all its parts. Also an archived or deleted one: a link to it still leads somewhere.
    /// </summary>
    public static async Task<Ok<TaskResponse>> Handle(
        Guid taskId, CurrentPerson me, TaskAccess tasks, CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForReading(me, taskId, cancel);
        return TypedResults.Ok(TaskResponse.From(task, seat.Key));
    }
}
