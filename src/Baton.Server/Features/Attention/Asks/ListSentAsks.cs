using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Inbox;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Paging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Asks;

/// <remarks>Properties, not parameters: the generator of request delegates writes code for these alone.</remarks>
public sealed record SentAsksQuery
{
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Range(1, Page.MaxLimit), DefaultValue(Page.DefaultLimit)]
    public int? Limit { get; init; }
}

/// <param name="DeliverAt">The batch it came with, or will; null when they have no working time in sight.</param>
/// <param name="Zone">Where they are at home: their times are shown in it too.</param>
public sealed record SentAskResponse(
    AskResponse Ask,
    Guid SpaceId,
    PostResponse Post,
    string Subject,
    DateTime AskedAt,
    DateTime? DeliverAt,
    string Zone);

/// <summary>
/// What I wait for: everything open that I asked of others, newest first. Never whether they have read it.
/// </summary>
public static class ListSentAsks
{
    public static async Task<Ok<Page<SentAskResponse>>> Handle(
        [AsParameters] SentAsksQuery query,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        CancellationToken cancel)
    {
        var limit = query.Limit ?? Page.DefaultLimit;
        var sent =
            from addressee in db.Addressees.AsNoTracking()
            join seen in spaces.Seen(db.Envelopes.AsNoTracking(), me.Id) on addressee.PostId equals seen.Item.Id
            join person in db.People.AsNoTracking() on addressee.PersonId equals person.Id
            where addressee.ById == me.Id && addressee.ClosedAt == null && addressee.LapseAt != null
            select new { Addressee = addressee, Envelope = seen.Item, person.Zone };
        if (TimeCursor.Parse(query.Cursor) is { At: var at, Id: var id })
        {
            sent = sent.Where(s =>
                s.Addressee.AddressedAt <= at && (s.Addressee.AddressedAt < at || s.Addressee.Id < id));
        }

        var found = await sent
            .OrderByDescending(s => s.Addressee.AddressedAt).ThenByDescending(s => s.Addressee.Id)
            .Take(limit + 1).ToListAsync(cancel);
        return TypedResults.Ok(new Page<SentAskResponse>(
            [.. found.Take(limit).Select(s => From(s.Addressee, s.Envelope, s.Zone))],
            found.Count > limit
                ? new TimeCursor(found[limit - 1].Addressee.AddressedAt, found[limit - 1].Addressee.Id).ToString()
                : null));
    }

    private static SentAskResponse From(Addressee ask, Envelope envelope, string zone) => new(
        AskResponse.From(ask),
        envelope.SpaceId,
        new PostResponse(envelope.Kind, envelope.Id, new PostPlaceResponse(envelope.Place, envelope.PlaceId)),
        envelope.Subject,
        ask.AddressedAt,
        ask.PlannedFor,
        zone);
}
