using Baton.Server.Data;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Features.Attention.Glass;
using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>
/// Where posts get their addressees, whatever they are. Called by the feature of the post, in its transaction; the
/// caller has been through the door, and saves.
/// </summary>
public sealed class Envelopes(
    Audience audience,
    Hearers hearers,
    Reopening reopening,
    BreakingGlass breaking,
    WorkCalendars calendars,
    Acts acts,
    BatonDb db,
    TimeProvider clock)
{
    /// <summary>Addresses a new post.</summary>
    /// <param name="wish">What its sender asked for; null for nothing.</param>
    /// <param name="mentions">Whom its words mention.</param>
    /// <param name="informed">Who learns of it anyway.</param>
    public async Task<Sealed> Seal(
        Post post,
        EnvelopeRequest? wish,
        IReadOnlyList<PersonMention> mentions,
        IReadOnlyList<Informed> informed,
        CancellationToken cancel)
    {
        wish ??= EnvelopeRequest.Empty;
        var parts = await audience.Of(post, wish, mentions, informed, cancel);
        var glass = wish.Urgency == Urgency.BreakGlass ? await breaking.Begin(post, wish, parts, cancel) : null;
        parts = await hearers.HeedNew(post, parts, cancel);
        if (parts.Count == 0)
        {
            return Sealed.Nobody;
        }

        var envelope = Envelope.Seal(post, wish, clock.UtcNow());
        db.Envelopes.Add(envelope);
        var addressees = await Address(envelope, post.SenderId, parts, cancel);
        if (glass is not null && addressees.FirstOrDefault(a => a.PersonId == glass.PersonId) is { } reached)
        {
            await breaking.Reach(glass, reached, envelope, cancel);
        }

        return new Sealed(
            [.. addressees.Where(a => a.IsAsk).Select(AskResponse.From)],
            addressees.Count(a => !a.IsAsk && a.Why != Why.Hears));
    }

    /// <summary>Adds these people to an envelope.</summary>
    internal async Task<IReadOnlyList<Addressee>> Address(
        Envelope envelope, Guid byId, IReadOnlyDictionary<Guid, Part> parts, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var known = await calendars.Of([.. parts.Keys], cancel);
        var addressees = new List<Addressee>(parts.Count);
        // Whoever leaves at this moment is asked nothing any more.
        foreach (var (personId, part) in parts.Where(p => known.ContainsKey(p.Key)).OrderBy(p => p.Key))
        {
            var addressee = Addressee.Of(
                Guid.CreateVersion7(now), envelope.Id, byId, personId, part.Role, part.Why, part.OfId, now);
            Begin(addressee, part.Unheard, envelope, known[personId], byId);
            addressees.Add(addressee);
        }

        db.Addressees.AddRange(addressees);
        DeliverBatch.At(addressees, db);
        LapseAsk.At(addressees, db);
        return addressees;
    }

    // What passes somebody by is in their ledger all the same: addressed, and let go by their own choice.
    private void Begin(Addressee addressee, Hearing? unheard, Envelope envelope, PersonCalendar calendar, Guid byId)
    {
        if (unheard is null)
        {
            Schedule(addressee, envelope, calendar, addressee.AddressedAt);
            acts.Record(addressee, envelope, Act.Addressed, byId);
        }
        else
        {
            acts.Record(addressee, envelope, Act.Addressed, byId);
            addressee.PassBy(unheard, addressee.AddressedAt);
            acts.Record(addressee, envelope, Act.LetGo, addressee.PersonId);
        }
    }

    /// <summary>An ask of mine becomes somebody else's.</summary>
    /// <exception cref="AppException">
    /// 404 <c>person-not-found</c>, 409 <c>post-hidden</c>; 409 <c>ask-exists</c> when they are asked already.
    /// </exception>
    internal async Task HandOn(Addressee mine, Envelope envelope, Guid toId, CancellationToken cancel)
    {
        await audience.Require(envelope, toId, cancel);
        // It stays an ask of who sent it: they wait for it, whoever has it.
        if (await Ask(envelope, mine.ById, toId, new Part(mine.Role, Why.Delegated, mine.PersonId), cancel) is null)
        {
            throw AppException.Conflict("ask-exists", "They are asked already.", AskResponse.From(mine));
        }
    }

    /// <summary>Asks one more person; null when they are asked already.</summary>
    internal async Task<Addressee?> Ask(
        Envelope envelope, Guid byId, Guid personId, Part part, CancellationToken cancel)
    {
        var held = await db.Addressees.FirstOrDefaultAsync(
            a => a.PostId == envelope.Id && a.PersonId == personId && a.ClosedAt == null, cancel);
        if (held is null)
        {
            var added = await Address(
                envelope, byId, new Dictionary<Guid, Part> { [personId] = part }, cancel);
            acts.TellSpace(added[0], envelope, byId);
            return added[0];
        }

        if (held.IsAsk)
        {
            return null;
        }

        held.Ask(part.Role, byId, part.Why, part.OfId);
        Schedule(held, envelope, await calendars.Of(personId, cancel), clock.UtcNow());
        DeliverBatch.At([held], db);
        LapseAsk.At(held, db);
        acts.Record(held, envelope, Act.Addressed, byId);
        acts.TellSpace(held, envelope, byId);
        return held;
    }

    /// <summary>The post reads otherwise now; whoever has it in their inbox sees it there.</summary>
    public async Task Reword(Guid postId, string subject, CancellationToken cancel)
    {
        if (await db.Envelopes.FirstOrDefaultAsync(e => e.Id == postId, cancel) is { } envelope
            && envelope.Subject != subject)
        {
            envelope.Reword(subject);
            await acts.TellHolders(envelope, cancel);
        }
    }

    /// <summary>
    /// Addresses whom its words mention now and did not before, or ask now. Whose name went stays addressed: they may
    /// have begun with it.
    /// </summary>
    /// <returns>What was added.</returns>
    /// <exception cref="AppException">400 when more than seven would be asked without a reason.</exception>
    public async Task<Sealed> Extend(
        Post post,
        IReadOnlyList<PersonMention> before,
        IReadOnlyList<PersonMention> after,
        CancellationToken cancel)
    {
        var known = before.Select(mention => mention.PersonId).ToHashSet();
        var added = after.Except(before).Where(mention => mention.Asks || !known.Contains(mention.PersonId)).ToList();
        var parts = added.Count == 0
            ? new Dictionary<Guid, Part>()
            : await hearers.Heed(post, await audience.Of(post, EnvelopeRequest.Empty, added, [], cancel), cancel);
        if (parts.Count == 0)
        {
            return Sealed.Nobody;
        }

        var envelope = await db.Envelopes.FirstOrDefaultAsync(e => e.Id == post.Id, cancel);
        if (envelope is null)
        {
            envelope = Envelope.Seal(post, EnvelopeRequest.Empty, clock.UtcNow());
            db.Envelopes.Add(envelope);
        }

        var held = await db.Addressees.Where(a => a.PostId == post.Id).ToListAsync(cancel);
        var asked = parts.Where(p => p.Value.Role != AskRole.Know).Select(p => p.Key).ToHashSet();
        Audience.RequireFew(
            held.Where(a => a.IsAsk).Select(a => a.PersonId).Union(asked).Count(), envelope.OneOf, envelope.Reason);
        var asks = new List<AskResponse>();
        foreach (var personId in asked.Order())
        {
            if (await Ask(envelope, post.SenderId, personId, parts[personId], cancel) is { } ask)
            {
                asks.Add(AskResponse.From(ask));
            }
        }

        return new Sealed(asks, await Inform(envelope, post.SenderId, held, Known(parts), cancel));
    }

    /// <returns>
    /// How many are new to it as far as others can see: whether somebody let it go, or hears the whole chat, is theirs
    /// alone.
    /// </returns>
    private async Task<int> Inform(
        Envelope envelope, Guid byId, List<Addressee> held, Dictionary<Guid, Part> parts, CancellationToken cancel)
    {
        var open = held.Where(a => a.IsOpen && parts.ContainsKey(a.PersonId)).ToList();
        var had = held.Where(a => a.Why != Why.Hears).Select(a => a.PersonId).ToHashSet();
        await Name([.. open.Where(a => a.Why == Why.Hears)], envelope, byId, cancel);
        var without = parts.Where(p => !open.Exists(a => a.PersonId == p.Key)).ToDictionary();
        await Address(envelope, byId, without, cancel);
        return parts.Keys.Count(personId => !had.Contains(personId));
    }

    // Whoever has it already sees at once that it names them now.
    private async Task Name(List<Addressee> hearers, Envelope envelope, Guid byId, CancellationToken cancel)
    {
        hearers.ForEach(one => one.Name());
        await acts.Inform(
            [.. hearers.Where(one => one.DeliveredAt is not null).Select(one => (one, envelope))], byId, cancel);
    }

    private static Dictionary<Guid, Part> Known(IReadOnlyDictionary<Guid, Part> parts) =>
        parts.Where(p => p.Value.Role == AskRole.Know).ToDictionary();

    /// <summary>
    /// The post is gone, or asks nothing of these people any more. Before its batch it leaves no trace there.
    /// </summary>
    /// <param name="personIds">Null for everybody.</param>
    public async Task Withdraw(Guid postId, Guid actorId, IReadOnlyList<Guid>? personIds, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        if (personIds is null && await db.Envelopes.FirstOrDefaultAsync(e => e.Id == postId, cancel) is { } gone)
        {
            gone.Withdraw(now);
        }

        var open = await OpenOf(postId, personIds, cancel);
        foreach (var (addressee, _) in open)
        {
            addressee.End(AddresseeState.Withdrawn, now);
        }

        await acts.TellLater(open, Act.Withdrawn, actorId, cancel);
    }

    /// <summary>The post is there again: what was withdrawn with it is asked again.</summary>
    /// <param name="goneAt">When the post went.</param>
    /// <param name="personIds">Who is still to be asked; null for everybody.</param>
    /// <returns>What the post asks now, ended asks included.</returns>
    public async Task<IReadOnlyList<AskResponse>> Restore(
        Guid postId, Guid actorId, DateTime goneAt, IReadOnlyList<Guid>? personIds, CancellationToken cancel)
    {
        if (await db.Envelopes.FirstOrDefaultAsync(e => e.Id == postId, cancel) is not { } envelope)
        {
            return [];
        }

        var all = await db.Addressees.Where(a => a.PostId == postId)
            .OrderBy(a => a.AddressedAt).ThenBy(a => a.Id).ToListAsync(cancel);
        envelope.Return();
        var withdrawn = all.Where(a => a.State == AddresseeState.Withdrawn && a.ClosedAt >= goneAt
            && (personIds is null || personIds.Contains(a.PersonId)));
        var asked = await reopening.OfOthers(withdrawn, envelope, cancel);
        await acts.TellLater(asked, Act.Reopened, actorId, cancel);
        return [.. all.Where(a => a.IsAsk).Select(AskResponse.From)];
    }

    /// <summary>What is open of a post, tracked.</summary>
    internal async Task<IReadOnlyList<(Addressee Addressee, Envelope Envelope)>> OpenOf(
        Guid postId, IReadOnlyList<Guid>? personIds, CancellationToken cancel)
    {
        var found = await (
            from addressee in db.Addressees
            join envelope in db.Envelopes on addressee.PostId equals envelope.Id
            where addressee.PostId == postId && addressee.ClosedAt == null
                && (personIds == null || personIds.Contains(addressee.PersonId))
            select new { Addressee = addressee, Envelope = envelope }).ToListAsync(cancel);
        return [.. found.Select(f => (f.Addressee, f.Envelope))];
    }

    private static void Schedule(Addressee addressee, Envelope envelope, PersonCalendar calendar, DateTime now)
    {
        var from = Instant.FromDateTimeUtc(now);
        if (addressee.IsAsk)
        {
            Deadline.Set(addressee, envelope, calendar, now);
        }

        addressee.Plan(calendar.NextBatch(from)?.ToDateTimeUtc());
    }
}
