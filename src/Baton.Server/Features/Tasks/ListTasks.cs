using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Paging;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

public enum TaskState
{
    /// <summary>In a list that is not done; oldest first, as they were made.</summary>
    Open,

    /// <summary>The latest completed first.</summary>
    Done,

    /// <summary>The latest archived first.</summary>
    Archived,

    /// <summary>The latest deleted first.</summary>
    Deleted,
}

/// <summary>All tasks of a space in one state, page by page: also those too old for the snapshot.</summary>
public static class ListTasks
{
    private const int MaxTextLength = 200;

    /// <param name="text">Words, each of them a part of the title or of the key (<c>WEB-142</c>); letters of any size, accents or none.</param>
    public static async Task<Ok<Page<TaskResponse>>> Handle(
        Guid spaceId,
        string state,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        CancellationToken cancel,
        [MaxLength(MaxTextLength)] string? text = null,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        var seat = await spaces.ForReading(me, spaceId, cancel);
        var asked = StateCalled(state);
        var after = PageEnd.Parse(cursor);
        var all = Matching(db.Tasks.SeenFrom(seat), text, seat.Key);
        var page = asked switch
        {
            TaskState.Open => Open(all, after),
            TaskState.Done => Done(all, after),
            TaskState.Archived => Archived(all, after),
            TaskState.Deleted => Deleted(all, after),
        };
        var found = await TasksWithParts.Read(page.Take(limit + 1), db, cancel);
        var shown = found.Take(limit).ToList();
        return TypedResults.Ok(new Page<TaskResponse>(
            [.. shown.Select(task => TaskResponse.From(task, seat.Key))],
            found.Count > limit ? PageEnd.Of(asked, shown[^1]).ToString() : null));
    }

    // The framework reads enums in a query only in the spelling of the code.
    private static TaskState StateCalled(string state) => state switch
    {
        "open" => TaskState.Open,
        "done" => TaskState.Done,
        "archived" => TaskState.Archived,
        "deleted" => TaskState.Deleted,
        _ => throw AppException.Invalid("state", "One of open, done, archived, deleted."),
    };

    // No index finds a part of a word. The page's own index gives the order, and the reading ends with the page.
    private static IQueryable<TaskItem> Matching(IQueryable<TaskItem> tasks, string? text, string key)
    {
        var prefix = $"{Folded.Of(key)}-";
        foreach (var word in Folded.Of(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
#pragma warning disable CA1305, MA0011 // The database writes the number.
            tasks = tasks.Where(t => t.FoldedTitle.Contains(word) || (prefix + t.Number.ToString()).Contains(word));
#pragma warning restore CA1305, MA0011
        }

        return tasks;
    }

    private static IQueryable<TaskItem> Open(IQueryable<TaskItem> tasks, PageEnd? after)
    {
        var number = after?.At.Ticks ?? 0;
        return tasks
            .Where(t => t.DeletedAt == null && t.ArchivedAt == null && t.CompletedAt == null && t.Number > number)
            .OrderBy(t => t.Number);
    }

    private static IQueryable<TaskItem> Done(IQueryable<TaskItem> tasks, PageEnd? after)
    {
        var done = tasks.Where(t => t.DeletedAt == null && t.ArchivedAt == null && t.CompletedAt != null);
        if (after is not null)
        {
            var (at, id) = (after.At, after.Id);
            done = done.Where(t => t.CompletedAt < at || (t.CompletedAt == at && t.Id < id));
        }

        return done.OrderByDescending(t => t.CompletedAt).ThenByDescending(t => t.Id);
    }

    private static IQueryable<TaskItem> Archived(IQueryable<TaskItem> tasks, PageEnd? after)
    {
        var archived = tasks.Where(t => t.DeletedAt == null && t.ArchivedAt != null);
        if (after is not null)
        {
            var (at, id) = (after.At, after.Id);
            archived = archived.Where(t => t.ArchivedAt < at || (t.ArchivedAt == at && t.Id < id));
        }

        return archived.OrderByDescending(t => t.ArchivedAt).ThenByDescending(t => t.Id);
    }

    private static IQueryable<TaskItem> Deleted(IQueryable<TaskItem> tasks, PageEnd? after)
    {
        var deleted = tasks.Where(t => t.DeletedAt != null);
        if (after is not null)
        {
            var (at, id) = (after.At, after.Id);
            deleted = deleted.Where(t => t.DeletedAt < at || (t.DeletedAt == at && t.Id < id));
        }

        return deleted.OrderByDescending(t => t.DeletedAt).ThenByDescending(t => t.Id);
    }

    /// <summary>The instant (or, of open tasks, the number in ticks) by which the last task of a page was ordered, and its id.</summary>
    private sealed record PageEnd(DateTime At, Guid Id)
    {
        public static PageEnd Of(TaskState state, TaskItem task) => new(
            state switch
            {
                TaskState.Open => new DateTime(task.Number, DateTimeKind.Utc),
                TaskState.Done => task.CompletedAt!.Value,
                TaskState.Archived => task.ArchivedAt!.Value,
                TaskState.Deleted => task.DeletedAt!.Value,
            },
            task.Id);

        public static PageEnd? Parse(string? cursor)
        {
            if (cursor is null)
            {
                return null;
            }

            var parts = Cursor.Parts(cursor, 2);
            return long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
                && Guid.TryParse(parts[1], out var id)
                ? new PageEnd(new DateTime(ticks, DateTimeKind.Utc), id)
                : throw AppException.Invalid("cursor", "That cursor is not one of this list.");
        }

        public override string ToString() => Cursor.Of(At.Ticks, Id);
    }
}
