using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Paging;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

/// <summary>
/// Which stretch of a stream: the newest, what came before or after a cursor, or what stands around a message.
/// </summary>
/// <remarks>Properties, not parameters: the generator of request delegates writes code for these alone.</remarks>
public sealed record MessageRange
{
    [FromQuery(Name = "before")]
    public string? Before { get; init; }

    [FromQuery(Name = "after")]
    public string? After { get; init; }

    [FromQuery(Name = "around")]
    public Guid? Around { get; init; }

    [FromQuery(Name = "limit"), Range(1, Page.MaxLimit), DefaultValue(Page.DefaultLimit)]
    public int? Limit { get; init; }
}

/// <summary>A stretch of messages, oldest first.</summary>
/// <param name="Before">Asks for older ones; null at the beginning.</param>
/// <param name="After">Asks for newer ones; null at the end.</param>
public sealed record MessagesResponse(IReadOnlyList<MessageResponse> Items, string? Before, string? After);

/// <summary>
/// Pages through messages both ways. Places hand in their messages; only what the seat may look back to is shown.
/// </summary>
public static class MessageStream
{
    public static async Task<MessagesResponse> Read(
        IQueryable<Message> all, Seat seat, MessageRange range, BatonDb db, CancellationToken cancel)
    {
        var messages = all.SeenFrom(seat);
        var (found, hasBefore, hasAfter) = range switch
        {
            { Around: { } id } => await Around(messages, id, range.Limit ?? Page.DefaultLimit, cancel),
            _ when TimeCursor.Parse(range.After, "after") is { } after =>
                await After(messages, after, range.Limit ?? Page.DefaultLimit, cancel),
            _ =>
                await Before(messages, TimeCursor.Parse(range.Before, "before"), range.Limit
                    ?? Page.DefaultLimit, cancel),
        };

        return new MessagesResponse(
            await MessageResponse.For(found, db, cancel),
            hasBefore ? At(found[0]).ToString() : null,
            hasAfter ? At(found[^1]).ToString() : null);
    }

    private static async Task<(List<Message> Found, bool HasBefore, bool HasAfter)> Before(
        IQueryable<Message> messages, TimeCursor? cursor, int limit, CancellationToken cancel)
    {
        var found = await Older(messages, cursor).Take(limit + 1).ToListAsync(cancel);
        var more = Cut(found, limit);
        found.Reverse();
        return (found, more, cursor is not null && found.Count > 0);
    }

    private static async Task<(List<Message> Found, bool HasBefore, bool HasAfter)> After(
        IQueryable<Message> messages, TimeCursor cursor, int limit, CancellationToken cancel)
    {
        var found = await Newer(messages, cursor).Take(limit + 1).ToListAsync(cancel);
        var more = Cut(found, limit);
        return (found, found.Count > 0, more);
    }

    private static async Task<(List<Message> Found, bool HasBefore, bool HasAfter)> Around(
        IQueryable<Message> messages, Guid id, int limit, CancellationToken cancel)
    {
        var middle = await messages.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancel)
            ?? throw AppException.NotFound("message");
        var older = await Older(messages, At(middle)).Take((limit / 2) + 1).ToListAsync(cancel);
        var newer = await Newer(messages, At(middle)).Take(((limit - 1) / 2) + 1).ToListAsync(cancel);
        var hasBefore = Cut(older, limit / 2);
        var hasAfter = Cut(newer, (limit - 1) / 2);
        older.Reverse();
        return ([.. older, middle, .. newer], hasBefore, hasAfter);
    }

    // The first half of each condition is what the index can use.
    private static IQueryable<Message> Older(IQueryable<Message> messages, TimeCursor? cursor)
    {
        var before = messages.AsNoTracking();
        if (cursor is { At: var at, Id: var id })
        {
            before = before.Where(m => m.PostedAt <= at && (m.PostedAt < at || m.Id < id));
        }

        return before.OrderByDescending(m => m.PostedAt).ThenByDescending(m => m.Id);
    }

    private static IQueryable<Message> Newer(IQueryable<Message> messages, TimeCursor cursor)
    {
        var (at, id) = (cursor.At, cursor.Id);
        return messages.AsNoTracking()
            .Where(m => m.PostedAt >= at && (m.PostedAt > at || m.Id > id))
            .OrderBy(m => m.PostedAt).ThenBy(m => m.Id);
    }

    private static bool Cut(List<Message> found, int limit)
    {
        var more = found.Count > limit;
        found.RemoveRange(Math.Min(limit, found.Count), Math.Max(0, found.Count - limit));
        return more;
    }

    private static TimeCursor At(Message message) => new(message.PostedAt, message.Id);
}
