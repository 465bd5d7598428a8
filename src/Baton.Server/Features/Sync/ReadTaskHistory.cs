using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks;
using Baton.Server.Kernel.Paging;
using Baton.Server.Kernel.Streams;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Sync;

/// <summary>
/// What happened to one task, newest first, in its space and in those it came through, as far as the reader may see
/// them; the changes carry what was before, and the client finds the words.
/// </summary>
public static class ReadTaskHistory
{
    public static async Task<Ok<Page<ActivityItem>>> Handle(
        Guid taskId,
        CurrentPerson me,
        TaskAccess tasks,
        SpaceAccess spaces,
        BatonDb db,
        CancellationToken cancel,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        var (task, _) = await tasks.ForReading(me, taskId, cancel);
        var found = await After(spaces.Seen(db.Changes.AsNoTracking(), me.Id)
            .Select(s => s.Item).Where(c => c.ItemId == task.Id), cursor)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.SpaceId).ThenByDescending(c => c.Version)
            .Take(limit + 1)
            .ToListAsync(cancel);
        var shown = found.Take(limit).ToList();
        return TypedResults.Ok(new Page<ActivityItem>(
            [.. shown.Select(ActivityItem.From)],
            found.Count > limit ? Cursor.Of(shown[^1].At.Ticks, shown[^1].SpaceId, shown[^1].Version) : null));
    }

    private static IQueryable<Change> After(IQueryable<Change> changes, string? cursor)
    {
        if (Cursor.Read<long, Guid, long>(cursor) is not var (ticks, spaceId, version))
        {
            return changes;
        }

        var at = Cursor.Instant(ticks);
        return changes.Where(c => c.At < at
            || (c.At == at && (c.SpaceId < spaceId || (c.SpaceId == spaceId && c.Version < version))));
    }
}
