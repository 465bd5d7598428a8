using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>
/// Holds items and ledgers against each other: all that was ever addressed is there, open or closed, and stands as its
/// last entry says. Once a day for everybody; for one person and what was recorded lately, at their batch. What differs
/// becomes an <see cref="Incident"/>; only a lost delivery is mended.
/// </summary>
public sealed class Reconcile(BatonDb db, Commits commits, TimeProvider clock) : IJob
{
    public const string Kind = "Reconcile";

    /// <summary>How far back a batch looks, in entries.</summary>
    private const int Lately = 500;

    /// <summary>A delivery that is late by less is on its way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task Run(string payload, CancellationToken cancel)
    {
        List<Incident> found;
        IReadOnlyList<Guid> late;
        await using (await commits.ReadAtOnce(db, cancel))
        {
            found = [.. await Differing(cancel), .. await WithoutItem(cancel)];
            late = await Overdue(cancel);
        }

        foreach (var personId in late)
        {
            DeliverBatch.At(personId, clock.UtcNow(), db);
            found.Add(Incident.Of(IncidentKind.DeliveryLost, personId, itemId: null, clock.UtcNow()));
        }

        await IncidentBook.Enter(found, db, clock.UtcNow(), cancel);
    }

    /// <summary>For one person, as far as their last few hundred entries reach; called at their batch.</summary>
    public async Task For(Guid personId, CancellationToken cancel)
    {
        List<Entered> entries;
        Dictionary<Guid, AddresseeState> items;
        await using (await commits.ReadAtOnce(db, cancel))
        {
            entries = await db.LedgerEntries.AsNoTracking().Where(e => e.PersonId == personId)
                .OrderByDescending(e => e.Number).Take(Lately)
                .Select(e => new Entered(e.ItemId, e.State)).ToListAsync(cancel);
            var ids = entries.Select(e => e.ItemId).Distinct().ToList();
            items = await db.Addressees.AsNoTracking().Where(a => a.PersonId == personId && ids.Contains(a.Id))
                .Select(a => new { a.Id, a.State }).ToDictionaryAsync(a => a.Id, a => a.State, cancel);
        }

        var found = entries.DistinctBy(e => e.ItemId).Select(e => Judge(personId, e.ItemId, e.State,
            items.TryGetValue(e.ItemId, out var stands) ? stands : null)).OfType<Incident>();
        await IncidentBook.Enter([.. found], db, clock.UtcNow(), cancel);
    }

    private Incident? Judge(Guid personId, Guid itemId, AddresseeState? recorded, AddresseeState? stands) =>
        recorded == stands
            ? null
            : Incident.Of(
                recorded is null ? IncidentKind.EntryMissing
                : stands is null ? IncidentKind.ItemMissing
                : IncidentKind.StateDiffers,
                personId, itemId, clock.UtcNow(), recorded, stands);

    private async Task<IEnumerable<Incident>> Differing(CancellationToken cancel)
    {
        var differing = await db.Addressees.AsNoTracking()
            .Select(a => new
            {
                a.PersonId,
                a.Id,
                a.State,
                Recorded = db.LedgerEntries.Where(e => e.ItemId == a.Id && e.PersonId == a.PersonId)
                    .OrderByDescending(e => e.Number).Select(e => (AddresseeState?)e.State).FirstOrDefault(),
            })
            .Where(a => a.Recorded == null || a.Recorded != a.State)
            .ToListAsync(cancel);
        return differing.Select(a => Judge(a.PersonId, a.Id, a.Recorded, a.State)).OfType<Incident>();
    }

    private async Task<IEnumerable<Incident>> WithoutItem(CancellationToken cancel)
    {
        var lost = await db.LedgerEntries.AsNoTracking()
            .Where(e => e.Act == Act.Addressed
                && !db.Addressees.Any(a => a.Id == e.ItemId && a.PersonId == e.PersonId))
            .Select(e => new
            {
                e.PersonId,
                e.ItemId,
                Recorded = db.LedgerEntries.Where(l => l.ItemId == e.ItemId && l.PersonId == e.PersonId)
                    .OrderByDescending(l => l.Number).Select(l => (AddresseeState?)l.State).First(),
            })
            .Distinct().ToListAsync(cancel);
        return lost.Select(e => Judge(e.PersonId, e.ItemId, e.Recorded, stands: null)).OfType<Incident>();
    }

    /// <summary>People with a plan that is overdue and without a job that would carry it out.</summary>
    private async Task<IReadOnlyList<Guid>> Overdue(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var limit = now - Patience;
        var late = await db.Addressees.Where(a => a.DeliverAt < limit).Select(a => a.PersonId).Distinct()
            .ToListAsync(cancel);
        var coming = await db.Jobs
            .Where(j => j.Kind == DeliverBatch.Kind && j.DeadAt == null && j.Due <= now)
            .Select(j => j.Payload).Distinct().ToListAsync(cancel);
        return [.. late.Except(coming.Select(Guid.Parse))];
    }

    private sealed record Entered(Guid ItemId, AddresseeState State);
}
