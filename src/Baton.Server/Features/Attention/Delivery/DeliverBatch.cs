using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
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
    Gate gate, WorkCalendars calendars, Acts acts, Reconcile reconcile, BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "DeliverBatch";

    /// <summary>Rows of one transaction, or of one statement.</summary>
    private const int AtOnce = 500;

    private const string InsertJobs = "INSERT INTO jobs (id, kind, payload, due, attempts)";

    /// <summary>
    /// Sees to it that there is a job for each moment at which one of these is to be delivered; it serves everything of
    /// that person at that moment.
    /// </summary>
    public static void At(IEnumerable<Addressee> planned, BatonDb db) => At(
        planned.Where(a => a.DeliverAt is not null).Select(a => (a.PersonId, a.DeliverAt!.Value)).Distinct(), db);

    /// <summary>The same for one person, whatever is planned for them.</summary>
    public static void At(Guid personId, DateTime due, BatonDb db) => At([(personId, due)], db);

    private static void At(IEnumerable<(Guid PersonId, DateTime Due)> moments, BatonDb db)
    {
        foreach (var some in moments.Chunk(AtOnce))
        {
            var rows = some.Select((_, row) => Enumerable.Range(4 * row, 4).Select(value => $"{{{value}}}"))
                .Select(values => $"({string.Join(", ", values)}, 0)");
            db.Also(FormattableStringFactory.Create(
                $"{InsertJobs} VALUES {string.Join(", ", rows)} ON CONFLICT (id) DO NOTHING",
                [.. some.SelectMany(one => (object[])[IdOf(one.PersonId, one.Due), Kind, $"{one.PersonId}", one.Due])]));
        }
    }

    public async Task Run(string payload, CancellationToken cancel)
    {
        var personId = Guid.Parse(payload);
        var calendar = (await calendars.Of([personId], cancel)).GetValueOrDefault(personId);
        while (await Due(personId, cancel) is { Count: > 0 } due)
        {
            var now = clock.UtcNow();
            if (calendar is null)
            {
                Forget(due, now);
            }
            else if (gate.Permit(calendar, now) is { } permit)
            {
                await Deliver(due, calendar, permit, now, cancel);
            }
            else
            {
                Postpone(due, calendar, now);
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        await reconcile.For(personId, cancel);
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

    private async Task Deliver(
        List<Planned> due, PersonCalendar calendar, DeliveryPermit permit, DateTime now, CancellationToken cancel)
    {
        var personal = await PersonalSpaces.Of(calendar.PersonId, db, cancel);
        foreach (var (addressee, envelope) in due)
        {
            var isNew = addressee.State == AddresseeState.Queued;
            if (addressee.IsOpen)
            {
                addressee.Deliver(now);
            }
            else
            {
                addressee.Plan(null);
            }

            acts.Announce(addressee, envelope, personal, actorId: null);
            if (isNew)
            {
                acts.Record(addressee, envelope, Ledger.Act.Delivered, actorId: null);
            }
        }

        gate.Emit(permit, [.. due.Where(p => p.Addressee.IsOpen).Select(p => p.Addressee)], now);
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

    /// <summary>Their account ended; nobody is there to hear of it.</summary>
    private void Forget(List<Planned> due, DateTime now)
    {
        foreach (var (addressee, envelope) in due)
        {
            addressee.Plan(null);
            if (addressee.IsOpen)
            {
                addressee.End(AddresseeState.Withdrawn, now);
                acts.Record(addressee, envelope, Ledger.Act.Withdrawn, actorId: null);
            }
        }
    }

    private static Guid IdOf(Guid personId, DateTime due) => new(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}|{personId}|{due.Ticks}")).AsSpan(0, 16));

    private sealed class Planned
    {
        public required Addressee Addressee { get; init; }

        public required Envelope Envelope { get; init; }

        public void Deconstruct(out Addressee addressee, out Envelope envelope) =>
            (addressee, envelope) = (Addressee, Envelope);
    }
}
