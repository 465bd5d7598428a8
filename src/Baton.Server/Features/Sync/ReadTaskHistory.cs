using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks;
using Baton.Server.Kernel.Paging;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Sync;

/// <summary>
/// What happened to one task, newest first, in its space and in those it came through, as far as the reader may see them;
/// the changes carry what was before, and the client finds the words.
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
        var found = await After(spaces.Seen(db.Changes.AsNoTracking(), me.Id).Select(s => s.Item).Where(c => c.ItemId == task.Id), cursor)
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
        if (string.IsNullOrEmpty(cursor))
        {
            return changes;
        }

        var parts = Cursor.Parts(cursor, 3);
        if (!long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks) || ticks < 0 || ticks > DateTime.MaxValue.Ticks
            || !Guid.TryParse(parts[1], out var spaceId) || !long.TryParse(parts[2], CultureInfo.InvariantCulture, out var version))
        {
            throw AppException.Invalid("cursor", "That cursor is not one of this list.");
        }

        var at = new DateTime(ticks, DateTimeKind.Utc);
        return changes.Where(c => c.At < at || (c.At == at && (c.SpaceId < spaceId || (c.SpaceId == spaceId && c.Version < version))));
    }
}
