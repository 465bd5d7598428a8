using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Glass;

/// <param name="Reason">Why it cannot wait.</param>
/// <param name="Breaks">What breaks if it waits, in 10 to 300 characters.</param>
public sealed record BreakGlassRequest(
    GlassReason? Reason = null, [property: TextLimit(BreakGlass.MaxBreaksLength)] string? Breaks = null);

/// <summary>
/// Reaches one person at once, whatever their hours are: for people in their own sessions alone (Q3), at a price, and
/// after whoever is on duty.
/// </summary>
public sealed class BreakingGlass(
    CurrentPerson me,
    SpaceAccess spaces,
    OnDuty duty,
    GlassAllowances allowances,
    WorkCalendars calendars,
    Gate gate,
    Acts acts,
    BatonDb db,
    TimeProvider clock)
{
    /// <summary>Two working days of eight hours.</summary>
    private static readonly Duration JudgedWithin = Duration.FromHours(16);

    /// <summary>Of somebody without working time in sight.</summary>
    private static readonly Duration WithoutHours = Duration.FromDays(60);

    /// <summary>Makes the record that a post with this urgency needs; the caller addresses it, and saves.</summary>
    /// <exception cref="AppException">
    /// 403 for guests; 409 <c>break-glass-guest</c>, <c>duty-first</c>, <c>break-glass-spent</c>,
    /// <c>break-glass-receiver-spent</c>.
    /// </exception>
    internal async Task<BreakGlass> Begin(
        Post post, EnvelopeRequest wish, IReadOnlyDictionary<Guid, Part> parts, CancellationToken cancel)
    {
        RequireOwnSession(post);
        var (reason, breaks) = Stated(wish.BreakGlass);
        var personId = OnlyReceiver(parts);
        spaces.Use(await spaces.ForReading(me, post.SpaceId, cancel), Rights.BreakGlass);
        await RequireNoGuest(personId, post.SpaceId, cancel);
        var now = clock.UtcNow();
        var onDuty = await duty.Now(post.SpaceId, me.Id, now, cancel);
        var tried = onDuty is { } first && first != personId
            ? await Tried(first, post.SpaceId, now, cancel)
            : (Guid?)null;
        var isCharged = onDuty != personId;
        if (isCharged)
        {
            await Spend(personId, cancel);
        }

        var calendar = (await calendars.Of([personId], cancel)).GetValueOrDefault(personId)
            ?? throw AppException.NotFound("person");
        var glass = BreakGlass.Of(
            post, personId, reason, breaks, tried, isCharged, now, VerdictUntil(calendar, now).ToDateTimeUtc());
        db.BreakGlasses.Add(glass);
        return glass;
    }

    /// <summary>They have it now: this item, and nothing else that waits for them.</summary>
    internal async Task Reach(BreakGlass glass, Addressee theirs, Envelope envelope, CancellationToken cancel)
    {
        theirs.Plan(glass.At);
        theirs.Deliver(glass.At);
        var permit = gate.Permit(glass);
        acts.Announce(
            permit, theirs, envelope, await PersonalSpaces.Of(glass.PersonId, db, cancel), actorId: null);
        acts.Record(theirs, envelope, Ledger.Act.Delivered, actorId: null);
        await gate.Emit(permit, [theirs], [theirs], cancel);
    }

    // Whatever acts for somebody without their session, now or later, cannot come by here.
    private void RequireOwnSession(Post post)
    {
        if (me.SessionId == Guid.Empty || me.Id != post.SenderId)
        {
            throw new InvalidOperationException("Only people break the glass, for themselves.");
        }
    }

    private static (GlassReason Reason, string Breaks) Stated(BreakGlassRequest? stated)
    {
        var reason = stated?.Reason is { } known && Enum.IsDefined(known)
            ? known
            : throw AppException.Invalid("envelope.breakGlass.reason", "Why can it not wait?");
        var breaks = PlainText.OptionalLine("envelope.breakGlass.breaks", stated.Breaks, BreakGlass.MaxBreaksLength);
        return breaks.Length >= BreakGlass.MinBreaksLength
            ? (reason, breaks)
            : throw AppException.Invalid("envelope.breakGlass.breaks",
                $"Say what breaks if it waits, in {BreakGlass.MinBreaksLength} to {BreakGlass.MaxBreaksLength} letters.");
    }

    private static Guid OnlyReceiver(IReadOnlyDictionary<Guid, Part> parts)
    {
        var asked = parts.Where(part => part.Value.Role != AskRole.Know).ToList();
        if (asked.Count != 1)
        {
            throw AppException.Invalid("envelope.addressees", "What cannot wait is asked of exactly one person.");
        }

        return asked[0].Value.Role != AskRole.Review
            ? asked[0].Key
            : throw AppException.Invalid("envelope.addressees", "A review can wait. Ask to act, answer or decide.");
    }

    private async Task RequireNoGuest(Guid personId, Guid spaceId, CancellationToken cancel)
    {
        if (await GlassPrice.IsGuest(personId, spaceId, db, cancel))
        {
            throw AppException.Conflict(
                "break-glass-guest", "They are a guest here: only members are reached outside their hours.");
        }
    }

    private async Task<Guid?> Tried(Guid onDutyId, Guid spaceId, DateTime now, CancellationToken cancel)
    {
        if (await duty.Tried(onDutyId, spaceId, me.Id, now, cancel) is { } tried)
        {
            return tried;
        }

        var name = await db.People.Where(p => p.Id == onDutyId).Select(p => p.Name).SingleAsync(cancel);
        throw AppException.Conflict(
            "duty-first",
            $"{name} is on duty here and at work. Ask them first; after 15 minutes without an answer, anybody else.",
            new { PersonId = onDutyId });
    }

    private async Task Spend(Guid personId, CancellationToken cancel)
    {
        var sent = await allowances.OfSender(me.Id, cancel);
        if (sent.Left == 0)
        {
            throw AppException.Conflict(
                "break-glass-spent", "You have no more of these for now.", new { PossibleAt = sent.NextAt });
        }

        var received = await allowances.OfReceiver(personId, cancel);
        if (received.Left == 0)
        {
            throw AppException.Conflict("break-glass-receiver-spent",
                "Their quiet was broken as often as it may be this month.", new { PossibleAt = received.NextAt });
        }

        allowances.Hold(me.Id, sent, personId, received);
    }

    private static Instant VerdictUntil(PersonCalendar person, DateTime now)
    {
        var at = Instant.FromDateTimeUtc(now);
        return person.HoursFrom(at).AddWorkingTime(at, JudgedWithin) ?? at + WithoutHours;
    }
}
