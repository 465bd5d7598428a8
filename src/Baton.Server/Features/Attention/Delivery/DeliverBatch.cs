using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Delivery;

/// <summary>
/// A person's batch: everything of theirs that is due by now, at once and in one transaction. If they are off or in
/// focus by now (their calendar has changed, the server was down) it waits for their next batch instead: nothing is
/// dropped, nothing comes twice.
/// </summary>
public sealed class DeliverBatch(
    Gate gate,
    WorkCalendars calendars,
    Acts acts,
    Reconcile reconcile,
    BatonDb db,
    TimeProvider clock) : IJob
{
    public const string Kind = "DeliverBatch";

    /// <summary>Rows of one transaction.</summary>
    private const int AtOnce = 500;

    /// <summary>
    /// Sees to it that there is a job for each moment at which one of these is to be delivered; it serves everything of
    /// that person at that moment.
    /// </summary>
    public static void At(IEnumerable<Addressee> planned, BatonDb db) => db.Schedule(
        Kind, planned.Where(a => a.DeliverAt is not null).Select(a => (a.PersonId, a.DeliverAt!.Value)));

    /// <summary>The same for one person, whatever is planned for them.</summary>
    public static void At(Guid personId, DateTime due, BatonDb db) => db.Schedule(Kind, [(personId, due)]);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var personId = Guid.Parse(payload);
        var calendar = (await calendars.Of([personId], cancel)).GetValueOrDefault(personId);
        while (await Due(personId, cancel) is { Count: > 0 } due)
        {
            var now = clock.UtcNow();
            var unseen = await LostFromSight(due, cancel);
            Forget(calendar is null ? due : unseen, now);
            due = [.. due.Where(planned => planned.Addressee.DeliverAt is not null)];
            if (calendar is not null && due.Count > 0)
            {
                await DeliverOrPostpone(due, calendar, now, cancel);
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        await reconcile.For(personId, cancel);
    }

    private async Task DeliverOrPostpone(
        List<Planned> due, PersonCalendar calendar, DateTime now, CancellationToken cancel)
    {
        if (gate.Permit(calendar, now) is { } permit)
        {
            await Deliver(due, calendar, permit, now, cancel);
        }
        else
        {
            Postpone(due, calendar, now);
        }
    }

    private async Task<List<Planned>> Due(Guid personId, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return await (
            from addressee in db.Addressees
            join envelope in db.Envelopes on addressee.PostId equals envelope.Id
            where addressee.PersonId == personId && addressee.DeliverAt <= now
            orderby addressee.DeliverAt, addressee.Id
            select new Planned { Addressee = addressee, Envelope = envelope }).Take(AtOnce).ToListAsync(cancel);
    }

    /// <summary>What is still asked of them in spaces they have left, or lost sight of.</summary>
    private async Task<List<Planned>> LostFromSight(List<Planned> due, CancellationToken cancel)
    {
        var ids = due.Where(planned => planned.Addressee.IsOpen).Select(planned => planned.Addressee.Id).ToList();
        var unseen = await Unseen.Of(db.Addressees.Where(a => ids.Contains(a.Id)), db)
            .Select(a => a.Id).ToListAsync(cancel);
        return [.. due.Where(planned => unseen.Contains(planned.Addressee.Id))];
    }

    private async Task Deliver(
        List<Planned> due, PersonCalendar calendar, DeliveryPermit permit, DateTime now, CancellationToken cancel)
    {
        var personal = await PersonalSpaces.Of(calendar.PersonId, db, cancel);
        var news = new List<Addressee>();
        foreach (var (addressee, envelope) in due)
        {
            var comes = addressee.State == AddresseeState.Queued || addressee.SnoozedUntil is not null;
            if (addressee.IsOpen)
            {
                if (comes)
                {
                    news.Add(addressee);
                }

                addressee.Deliver(now);
                GiveTime(addressee, envelope, calendar, now);
            }
            else
            {
                addressee.Plan(null);
            }

            acts.Announce(permit, addressee, envelope, personal, actorId: null);
            if (comes)
            {
                acts.Record(addressee, envelope, Ledger.Act.Delivered, actorId: null);
            }
        }

        await gate.Emit(permit, [.. due.Where(p => p.Addressee.IsOpen).Select(p => p.Addressee)], news, cancel);
    }

    // After an outage their time may have passed before they had it.
    private void GiveTime(Addressee addressee, Envelope envelope, PersonCalendar calendar, DateTime now)
    {
        if (addressee.LapseAt <= now)
        {
            Deadline.Set(addressee, envelope, calendar, now);
            LapseAsk.At(addressee, db);
            acts.TellSpace(addressee, envelope, actorId: null);
        }
    }

    private void Postpone(List<Planned> due, PersonCalendar calendar, DateTime now)
    {
        var next = calendar.NextBatch(Instant.FromDateTimeUtc(now))?.ToDateTimeUtc();
        foreach (var (addressee, envelope) in due)
        {
            addressee.Plan(next);
            acts.Record(addressee, envelope, Ledger.Act.Planned, actorId: null);
        }

        At(due.Select(planned => planned.Addressee), db);
    }

    /// <summary>Their account ended, or they do not see the post any more.</summary>
    private void Forget(List<Planned> due, DateTime now)
    {
        foreach (var (addressee, envelope) in due)
        {
            if (!addressee.IsOpen)
            {
                addressee.Plan(null);
            }
            else
            {
                addressee.End(AddresseeState.Withdrawn, now);
                acts.Record(addressee, envelope, Ledger.Act.Withdrawn, actorId: null);
            }
        }
    }

    private sealed class Planned
    {
        public required Addressee Addressee { get; init; }

        public required Envelope Envelope { get; init; }

        public void Deconstruct(out Addressee addressee, out Envelope envelope) =>
            (addressee, envelope) = (Addressee, Envelope);
    }
}
