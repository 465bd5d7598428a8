using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Channels;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Glass;

/// <summary>The price of breaking the glass, before it is paid.</summary>
/// <param name="PersonId">Whom it would reach now.</param>
/// <param name="OffUntil">When they work again; null while they do. Whether they are in focus is theirs.</param>
/// <param name="DutyFirstId">Who is on duty and at work, and has to be tried before.</param>
/// <param name="IsFree">They are on duty themselves: it costs nothing.</param>
/// <param name="ReceiverNextAt">
/// When they may be reached again by it, if they may not in this month; null while they may.
/// </param>
/// <param name="ReceiverSpent">They were reached by it as often as they may be in this month.</param>
/// <param name="IsGuest">They are a guest here, whom it does not reach.</param>
/// <param name="IsTold">
/// A device or a mail tells them now; otherwise it stands in their inbox, and they see it when they look.
/// </param>
public sealed record GlassPreview(
    Guid PersonId,
    DateTime? OffUntil,
    Guid? DutyFirstId,
    bool IsFree,
    AllowanceResponse Allowance,
    bool ReceiverSpent,
    DateTime? ReceiverNextAt,
    bool IsGuest,
    bool IsTold);

public sealed class GlassPrice(OnDuty duty, GlassAllowances allowances, ChannelPlans channels, BatonDb db)
{
    /// <summary>
    /// Null as long as the envelope does not ask exactly one person, and for whoever may not break the glass at all.
    /// </summary>
    public async Task<GlassPreview?> Of(
        Seat seat,
        CurrentPerson me,
        IReadOnlyDictionary<Guid, Part> parts,
        IReadOnlyDictionary<Guid, PersonCalendar> known,
        DateTime now,
        CancellationToken cancel)
    {
        var asked = parts.Where(part => part.Value.Role != AskRole.Know).Select(part => part.Key).ToList();
        if (!seat.May(Rights.BreakGlass)
            || asked is not [var personId] || !known.TryGetValue(personId, out var calendar))
        {
            return null;
        }

        var onDuty = await duty.Now(seat.SpaceId, me.Id, now, cancel);
        var isFree = onDuty == personId;
        var mustTry = onDuty is { } first && !isFree
            && await duty.Tried(first, seat.SpaceId, me.Id, now, cancel) is null;
        var received = await allowances.OfReceiver(personId, cancel);
        return new GlassPreview(
            personId,
            OffUntil(calendar, Instant.FromDateTimeUtc(now))?.ToDateTimeUtc(),
            mustTry ? onDuty : null,
            isFree,
            AllowanceResponse.From(await allowances.OfSender(me.Id, cancel)),
            !isFree && received.Left == 0,
            received.NextAt,
            await IsGuest(personId, seat.SpaceId, db, cancel),
            await channels.Reach(personId, now, cancel));
    }

    internal static Task<bool> IsGuest(Guid personId, Guid spaceId, BatonDb db, CancellationToken cancel) =>
        db.Memberships.AnyAsync(
            m => m.SpaceId == spaceId && m.PersonId == personId && m.Role == SpaceRole.Guest, cancel);

    private static Instant? OffUntil(PersonCalendar calendar, Instant now) =>
        calendar.HoursFrom(now).NextWorking(now) is { } next && next > now ? next : null;
}
