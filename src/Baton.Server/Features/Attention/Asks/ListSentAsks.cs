using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Inbox;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Paging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Asks;

/// <remarks>Properties, not parameters: the generator of request delegates writes code for these alone.</remarks>
public sealed record SentAsksQuery
{
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Range(1, Page.MaxLimit), DefaultValue(Page.DefaultLimit)]
    public int? Limit { get; init; }

    /// <summary>What ended in the last seven days, in place of what is open.</summary>
    [FromQuery(Name = "closed"), DefaultValue(false)]
    public bool? Closed { get; init; }
}

/// <param name="DeliverAt">The batch it came with, or will; null when they have no working time in sight.</param>
/// <param name="ClosedAt">When it ended; null while it is open.</param>
/// <param name="Zone">Where they are by then, at home or on a journey: their times are shown in it too.</param>
public sealed record SentAskResponse(
    AskResponse Ask,
    Guid SpaceId,
    PostResponse Post,
    string Subject,
    DateTime AskedAt,
    DateTime? DeliverAt,
    DateTime? ClosedAt,
    string Zone);

/// <summary>
/// What I wait for: everything open that I asked of others, newest first, or what became lately of the rest, the last
/// to end first. Never whether they have read it.
/// </summary>
public static class ListSentAsks
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public static async Task<Ok<Page<SentAskResponse>>> Handle(
        [AsParameters] SentAsksQuery query,
        CurrentPerson me,
        SpaceAccess spaces,
        WorkCalendars calendars,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var limit = query.Limit ?? Page.DefaultLimit;
        var closed = query.Closed ?? false;
        var asks = closed ? Closed(db, clock.UtcNow()) : db.Addressees.Where(a => a.ClosedAt == null);
        var sent =
            from addressee in asks.AsNoTracking()
            join seen in spaces.Seen(db.Envelopes.AsNoTracking(), me.Id) on addressee.PostId equals seen.Item.Id
            join person in db.People.AsNoTracking() on addressee.PersonId equals person.Id
            where addressee.ById == me.Id && addressee.LapseAt != null
            select new Sent
            {
                Addressee = addressee,
                Envelope = seen.Item,
                Zone = person.Zone,
                At = closed ? addressee.ClosedAt!.Value : addressee.AddressedAt,
            };
        if (TimeCursor.Parse(query.Cursor) is { At: var at, Id: var id })
        {
            sent = sent.Where(s => s.At <= at && (s.At < at || s.Addressee.Id < id));
        }

        var found = await sent
            .OrderByDescending(s => s.At).ThenByDescending(s => s.Addressee.Id).Take(limit + 1).ToListAsync(cancel);
        var known = await calendars.Of([.. found.Select(s => s.Addressee.PersonId).Distinct()], cancel);
        return TypedResults.Ok(new Page<SentAskResponse>(
            [.. found.Take(limit).Select(s => From(s, known.GetValueOrDefault(s.Addressee.PersonId)))],
            found.Count > limit ? After(found[limit - 1]) : null));
    }

    private static string After(Sent last) => new TimeCursor(last.At, last.Addressee.Id).ToString();

    // Whoever takes an ask back knows that.
    private static IQueryable<Addressee> Closed(BatonDb db, DateTime now)
    {
        var since = now - Lately;
        return db.Addressees.Where(a => a.ClosedAt >= since && a.State != AddresseeState.Withdrawn);
    }

    private static SentAskResponse From(Sent sent, PersonCalendar? calendar)
    {
        var (ask, envelope) = (sent.Addressee, sent.Envelope);
        return new SentAskResponse(
            AskResponse.From(ask),
            envelope.SpaceId,
            new PostResponse(envelope.Kind, envelope.Id, new PostPlaceResponse(envelope.Place, envelope.PlaceId)),
            envelope.Subject,
            ask.AddressedAt,
            ask.PlannedFor,
            ask.ClosedAt,
            calendar?.ZoneAt(Instant.FromDateTimeUtc(ask.RespondBy ?? ask.AddressedAt)).Id ?? sent.Zone);
    }

    private sealed class Sent
    {
        public required Addressee Addressee { get; init; }

        public required Envelope Envelope { get; init; }

        public required string Zone { get; init; }

        public required DateTime At { get; init; }
    }
}
