using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Paging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Inbox;

/// <remarks>Properties, not parameters: the generator of request delegates writes code for these alone.</remarks>
public sealed record InboxQuery
{
    /// <summary>What waits for me, by when it is due; or what I am to know, newest first.</summary>
    [FromQuery(Name = "part"), AllowedValues(null, "asks", "know"), DefaultValue("asks")]
    public string? Part { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Range(1, Page.MaxLimit), DefaultValue(Page.DefaultLimit)]
    public int? Limit { get; init; }

    /// <summary>Breaks the seal for this one look. It is written down nowhere.</summary>
    [FromQuery(Name = "unsealed")]
    public bool? Unsealed { get; init; }
}

/// <param name="Until">When the next batch comes; null when none is in sight.</param>
public sealed record SealResponse(int Count, DateTime? Until);

/// <param name="Next">Asks for what follows, as <c>?cursor=</c>; null at the end.</param>
/// <param name="Sealed">What waits for my next batch while I am off or in focus; null when nothing does.</param>
public sealed record InboxResponse(IReadOnlyList<InboxItemResponse> Items, string? Next, SealResponse? Sealed);

/// <summary>
/// A part of my inbox. While I work, what is on its way is here too: to look is always free, and leaves no trace. While
/// I am off or in focus it stays sealed.
/// </summary>
public static class ReadInbox
{
    public static async Task<Ok<InboxResponse>> Handle(
        [AsParameters] InboxQuery query,
        CurrentPerson me,
        SpaceAccess spaces,
        WorkCalendars calendars,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var now = Instant.FromDateTimeUtc(clock.UtcNow());
        var calendar = await calendars.Of(me.Id, cancel);
        var isQuiet = calendar.IsQuiet(now);
        var mine =
            from addressee in db.Addressees.AsNoTracking()
            join seen in spaces.Seen(db.Envelopes.AsNoTracking(), me.Id) on addressee.PostId equals seen.Item.Id
            where addressee.PersonId == me.Id && addressee.ClosedAt == null && addressee.SnoozedUntil == null
            select new Held { Addressee = addressee, Envelope = seen.Item };
        var shown = isQuiet && query.Unsealed != true
            ? mine.Where(h => h.Addressee.State != AddresseeState.Queued)
            : mine;
        var limit = query.Limit ?? Page.DefaultLimit;
        var cursor = TimeCursor.Parse(query.Cursor);
        var found = await (query.Part == "know" ? Newest(shown, cursor) : Soonest(shown, cursor))
            .Take(limit + 1).ToListAsync(cancel);
        var waiting = isQuiet ? await mine.CountAsync(h => h.Addressee.State == AddresseeState.Queued, cancel) : 0;
        return TypedResults.Ok(new InboxResponse(
            [.. found.Take(limit).Select(h => InboxItemResponse.From(h.Addressee, h.Envelope))],
            found.Count > limit ? After(found[limit - 1].Addressee) : null,
            waiting > 0 ? new SealResponse(waiting, calendar.NextBatch(now)?.ToDateTimeUtc()) : null));
    }

    private static IQueryable<Held> Soonest(IQueryable<Held> mine, TimeCursor? cursor)
    {
        var asks = mine.Where(h => h.Addressee.LapseAt != null);
        if (cursor is { At: var at, Id: var id })
        {
            asks = asks.Where(h =>
                h.Addressee.LapseAt >= at && (h.Addressee.LapseAt > at || h.Addressee.Id > id));
        }

        return asks.OrderBy(h => h.Addressee.LapseAt).ThenBy(h => h.Addressee.Id);
    }

    private static IQueryable<Held> Newest(IQueryable<Held> mine, TimeCursor? cursor)
    {
        var known = mine.Where(h => h.Addressee.LapseAt == null);
        if (cursor is { At: var at, Id: var id })
        {
            known = known.Where(h =>
                h.Addressee.AddressedAt <= at && (h.Addressee.AddressedAt < at || h.Addressee.Id < id));
        }

        return known.OrderByDescending(h => h.Addressee.AddressedAt).ThenByDescending(h => h.Addressee.Id);
    }

    private static string After(Addressee last) =>
        new TimeCursor(last.LapseAt ?? last.AddressedAt, last.Id).ToString();

    private sealed class Held
    {
        public required Addressee Addressee { get; init; }

        public required Envelope Envelope { get; init; }
    }
}
