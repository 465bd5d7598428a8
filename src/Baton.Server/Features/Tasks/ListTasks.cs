using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Paging;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

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

    /// <param name="text">Words, each of them a part of the title or of the key (<c>WEB-142</c>); letters of any size,
    /// accents or none.</param>
    public static async Task<Ok<Page<TaskResponse>>> Handle(
        Guid spaceId,
        string state,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        Commits commits,
        CancellationToken cancel,
        [MaxLength(MaxTextLength)] string? text = null,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        await using var moment = await commits.ReadAtOnce(db, cancel);
        var seat = await spaces.ForReading(me, spaceId, cancel);
        var asked = StateCalled(state);
        var all = Matching(db.Tasks.SeenFrom(seat), text, seat.Key);
        var page = asked switch
        {
            TaskState.Open => Open(all, cursor),
            TaskState.Done =>
                Latest(
                    all.Where(t => t.DeletedAt == null && t.ArchivedAt == null), nameof(TaskItem.CompletedAt), cursor),
            TaskState.Archived => Latest(all.Where(t => t.DeletedAt == null), nameof(TaskItem.ArchivedAt), cursor),
            TaskState.Deleted => Latest(all, nameof(TaskItem.DeletedAt), cursor),
        };
        // Which ones is asked once: with a text it may mean reading every task, and each table of parts would ask it
        // again.
        var ids = await page.Take(limit + 1).Select(t => t.Id).ToListAsync(cancel);
        var found = await TasksWithParts.Read(db.Tasks.SeenFrom(seat).Where(t => ids.Contains(t.Id)), seat, db, cancel);
        var shown = found.OrderBy(t => ids.IndexOf(t.Id)).Take(limit).ToList();
        return TypedResults.Ok(new Page<TaskResponse>(shown, ids.Count > limit ? EndOf(asked, shown[^1]) : null));
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
            tasks = tasks.Where(t => t.FoldedTitle.Contains(word) || (prefix + t.Number).Contains(word));
        }

        return tasks;
    }

    private static IQueryable<TaskItem> Open(IQueryable<TaskItem> tasks, string? cursor)
    {
        var number = Cursor.Number(cursor) ?? 0;
        return tasks
            .Where(t => t.DeletedAt == null && t.ArchivedAt == null && t.CompletedAt == null && t.Number > number)
            .OrderBy(t => t.Number);
    }

    /// <summary>Those to which it has happened, the latest first.</summary>
    /// <param name="when">The column that says when.</param>
    private static IQueryable<TaskItem> Latest(IQueryable<TaskItem> tasks, string when, string? cursor)
    {
        var happened = tasks.Where(t => EF.Property<DateTime?>(t, when) != null);
        if (TimeCursor.Parse(cursor) is var (at, id))
        {
            happened = happened.Where(t => EF.Property<DateTime?>(t, when) < at
                || (EF.Property<DateTime?>(t, when) == at && t.Id < id));
        }

        return happened.OrderByDescending(t => EF.Property<DateTime?>(t, when)).ThenByDescending(t => t.Id);
    }

    private static string EndOf(TaskState state, TaskResponse task) => state switch
    {
        TaskState.Open => Cursor.Of(task.Number),
        TaskState.Done => new TimeCursor(task.CompletedAt!.Value, task.Id).ToString(),
        TaskState.Archived => new TimeCursor(task.ArchivedAt!.Value, task.Id).ToString(),
        TaskState.Deleted => new TimeCursor(task.DeletedAt!.Value, task.Id).ToString(),
    };
}
