using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Glass;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Baton.Server.Features.Attention.Asks;

/// <param name="Body">What is written so far: whom it mentions counts too.</param>
public sealed record PreviewEnvelopeRequest(
    [property: TextLimit(PreviewEnvelope.MaxBodyLength)] string? Body = null, EnvelopeRequest? Envelope = null);

public enum Feasibility
{
    Fine,

    /// <summary>They have no time left between its batch and the date.</summary>
    NoTime,

    /// <summary>They are away, until <see cref="PreviewedPerson.BackAt"/>.</summary>
    Away,

    /// <summary>They have no working time in sight.</summary>
    NoHours,
}

/// <param name="Zone">Where they are when they are to respond, also on a journey.</param>
/// <param name="DeliverAt">The batch it would come with.</param>
/// <param name="RespondBy">Of an ask, by their calendar.</param>
/// <param name="WorkingMinutes">Of their working time between the two.</param>
/// <param name="SubstituteId">Who stands in for somebody on leave, and can be asked in this space.</param>
public sealed record PreviewedPerson(
    Guid PersonId,
    AskRole Role,
    string Zone,
    bool HoursAssumed,
    DateTime? DeliverAt,
    DateTime? RespondBy,
    int WorkingMinutes,
    Feasibility Feasibility,
    DateTime? BackAt,
    Guid? SubstituteId);

/// <param name="Glass">Of one that cannot wait: whom it reaches now, and at what price.</param>
public sealed record EnvelopePreviewResponse(IReadOnlyList<PreviewedPerson> People, GlassPreview? Glass);

/// <summary>
/// What an envelope would be for each who is named: when they get it, by when they would answer, whether they can.
/// </summary>
/// <exception cref="AppException">404 <c>space-not-found</c>, <c>person-not-found</c>.</exception>
public static class PreviewEnvelope
{
    public const int MaxBodyLength = 40_000;

    private static readonly Duration Away = Duration.FromDays(4);

    public static async Task<Ok<EnvelopePreviewResponse>> Handle(
        Guid spaceId,
        PreviewEnvelopeRequest request,
        CurrentPerson me,
        SpaceAccess spaces,
        Audience audience,
        WorkCalendars calendars,
        GlassPrice price,
        Markdown markdown,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var seat = await spaces.ForReading(me, spaceId, cancel);
        var now = clock.UtcNow();
        var post = new Post(Guid.Empty, PostKind.Message, spaceId, PostPlace.Chat, spaceId, me.Id, "", now);
        var wish = request.Envelope ?? EnvelopeRequest.Empty;
        var body = PlainText.Body("body", request.Body, MaxBodyLength);
        // What is still being written may ask too many; that is said when it is sent.
        var parts = await audience.Of(
            post, wish with { Reason = wish.Reason ?? "…" }, markdown.Mentions(body), [], cancel);
        var envelope = Envelope.Seal(post, wish, now);
        var known = await calendars.Of([.. parts.Keys], cancel);
        var substitutes = await Substitutes(post, known.Values, audience, cancel);
        return TypedResults.Ok(new EnvelopePreviewResponse(
        [
            .. parts.Select(p => Preview(p.Key, p.Value.Role, envelope, known[p.Key], now) with
            {
                SubstituteId = substitutes.TryGetValue(p.Key, out var substituteId) ? substituteId : null,
            }),
        ],
            envelope.Urgency == Urgency.BreakGlass
                ? await price.Of(seat, me, parts, known, now, cancel)
                : null));
    }

    /// <summary>By who is on leave: others who see the space.</summary>
    private static async Task<IReadOnlyDictionary<Guid, Guid>> Substitutes(
        Post post, IEnumerable<PersonCalendar> people, Audience audience, CancellationToken cancel)
    {
        var at = Instant.FromDateTimeUtc(post.BeganAt);
        var standing = people.Select(person => (person.PersonId, person.LeaveAt(at)?.SubstituteId))
            .Where(one => one.SubstituteId is { } id && id != post.SenderId)
            .ToDictionary(one => one.PersonId, one => one.SubstituteId!.Value);
        var seeing = await audience.Seeing(post, [.. standing.Values], cancel);
        return standing.Where(one => seeing.Contains(one.Value)).ToDictionary();
    }

    private static PreviewedPerson Preview(
        Guid personId, AskRole role, Envelope envelope, PersonCalendar calendar, DateTime now)
    {
        var from = Instant.FromDateTimeUtc(now);
        var hours = calendar.HoursFrom(from);
        var (batch, next) = (calendar.NextBatch(from), hours.NextWorking(from));
        var respond = role == AskRole.Know ? null : RespondBy.Of(envelope, calendar, from);
        var left = batch is { } start && respond is not null
            ? hours.WorkingTimeBetween(start, respond.LapseAt)
            : Duration.Zero;
        // A long way from work, or on leave, however short.
        var isAway = next - from > Away || calendar.LeaveAt(from) is not null;
        var feasibility = batch is null ? Feasibility.NoHours
            : isAway ? Feasibility.Away
            : respond is not null && left < Duration.FromMinutes(envelope.Effort ?? 1) ? Feasibility.NoTime
            : Feasibility.Fine;
        return new PreviewedPerson(
            personId,
            role,
            calendar.ZoneAt(respond?.At ?? batch ?? from).Id,
            calendar.Assumed,
            envelope.Urgency == Urgency.BreakGlass && role != AskRole.Know ? now : batch?.ToDateTimeUtc(),
            respond?.At?.ToDateTimeUtc(),
            (int)left.TotalMinutes,
            feasibility,
            isAway ? next?.ToDateTimeUtc() : null,
            SubstituteId: null);
    }
}
