using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

public static class ReadTask
{
    /// <summary>Also an archived or deleted one: a link to it still leads somewhere.</summary>
    public static async Task<Results<Ok<TaskResponse>, StatusCodeHttpResult>> Handle(
        Guid taskId, HttpContext http, CurrentPerson me, TaskAccess tasks, CancellationToken cancel)
    {
        var (task, seat) = await tasks.ForReading(me, taskId, cancel);
        var response = TaskResponse.From(task, seat.Key);
        return ETags.IsFresh(http, Fingerprint.Of(me.Id, response))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(response);
    }
}
