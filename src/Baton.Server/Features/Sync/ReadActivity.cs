using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Paging;
using Baton.Server.Kernel.Streams;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Sync;

/// <summary>One line of the activity page: who did what, when, to what; the client finds the words.</summary>
public sealed record ActivityItem(
    Guid SpaceId, long Version, string Kind, Guid ItemId, Guid? ActorId, DateTime At, JsonElement Payload)
{
    public static ActivityItem From(Change change) => new(
        change.SpaceId, change.Version, change.Kind, change.ItemId, change.ActorId, change.At,
        JsonElement.Parse(change.Payload));
}

/// <summary>The change stream made readable, newest first.</summary>
public static class ReadActivity
{
    /// <param name="person">Only what this person did.</param>
    /// <param name="kind">Only this noun (<c>task</c>) or this kind (<c>task.moved</c>).</param>
    public static async Task<Ok<Page<ActivityItem>>> Handle(
        Guid spaceId,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        CancellationToken cancel,
        string? cursor = null,
        Guid? person = null,
        [MaxLength(64)] string? kind = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        var seat = await spaces.ForReading(me, spaceId, cancel);
        return TypedResults.Ok(await Newest(Filtered(seat, person, kind, db), cursor, limit, cancel));
    }

    internal static IQueryable<Change> Filtered(Seat seat, Guid? person, string? kind, BatonDb db)
    {
        var changes = db.Changes.AsNoTracking().SeenFrom(seat);
        if (person is not null)
        {
            changes = changes.Where(c => c.ActorId == person);
        }

        if (kind is not null)
        {
            var noun = Change.NounOf(kind);
            changes = kind == noun
                ? changes.Where(c => c.Noun == noun)
                : changes.Where(c => c.Noun == noun && c.Kind == kind);
        }

        return changes;
    }

    private static async Task<Page<ActivityItem>> Newest(
        IQueryable<Change> changes, string? cursor, int limit, CancellationToken cancel)
    {
        if (Cursor.Number(cursor) is { } before)
        {
            changes = changes.Where(c => c.Version < before);
        }

        var found = await changes.OrderByDescending(c => c.Version).Take(limit + 1).ToListAsync(cancel);
        var shown = found.Take(limit).ToList();
        return new Page<ActivityItem>(
            [.. shown.Select(ActivityItem.From)], found.Count > limit ? Cursor.Of(shown[^1].Version) : null);
    }
}
