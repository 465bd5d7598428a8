using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Paging;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Topics;

/// <summary>The topics of a space, the one with the latest message first.</summary>
public static class ListTopics
{
    /// <param name="state"><c>open</c>, <c>closed</c>, or nothing for both.</param>
    /// <param name="text">A part of the title, in any case.</param>
    public static async Task<Ok<Page<TopicResponse>>> Handle(
        Guid spaceId,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        CancellationToken cancel,
        string? state = null,
        [MaxLength(Topic.MaxTitleLength)] string? text = null,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        var seat = await spaces.ForReading(me, spaceId, cancel);
        var found = await After(Matching(db.Topics.SeenFrom(seat), state, text), TimeCursor.Parse(cursor))
            .OrderByDescending(t => t.LastMessageAt).ThenByDescending(t => t.Id)
            .Take(limit + 1)
            .Include(t => t.Followers).Include(t => t.Closure)
            .AsNoTracking().AsSplitQuery()
            .ToListAsync(cancel);

        var shown = found.Take(limit).ToList();
        var next = found.Count > limit ? new TimeCursor(shown[^1].LastMessageAt, shown[^1].Id).ToString() : null;
        return TypedResults.Ok(new Page<TopicResponse>([.. shown.Select(TopicResponse.From)], next));
    }

    private static IQueryable<Topic> Matching(IQueryable<Topic> topics, string? state, string? text)
    {
        var folded = Topic.Fold(text?.Trim() ?? "");
        var matching = folded.Length == 0 ? topics : topics.Where(t => t.FoldedTitle.Contains(folded));
        return state switch
        {
            null => matching,
            "open" => matching.Where(t => t.Closure == null || t.Closure.ReopenedAt != null),
            "closed" => matching.Where(t => t.Closure != null && t.Closure.ReopenedAt == null),
            _ => throw AppException.Invalid("state", "A topic is open or closed."),
        };
    }

    private static IQueryable<Topic> After(IQueryable<Topic> topics, TimeCursor? cursor)
    {
        if (cursor is null)
        {
            return topics;
        }

        var (at, id) = cursor;
        return topics.Where(t => t.LastMessageAt <= at && (t.LastMessageAt < at || t.Id < id));
    }
}
