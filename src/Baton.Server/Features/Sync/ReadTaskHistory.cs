using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Tasks;
using Baton.Server.Kernel.Paging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Sync;

/// <summary>What happened to one task in its space, newest first; the changes carry what was before, and the client finds the words.</summary>
public static class ReadTaskHistory
{
    public static async Task<Ok<Page<ActivityItem>>> Handle(
        Guid taskId,
        CurrentPerson me,
        TaskAccess tasks,
        BatonDb db,
        CancellationToken cancel,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        var (task, seat) = await tasks.ForReading(me, taskId, cancel);
        var changes = ReadActivity.Of(seat, db).Where(c => c.ItemId == task.Id);
        return TypedResults.Ok(await ReadActivity.Newest(changes, cursor, limit, cancel));
    }
}
