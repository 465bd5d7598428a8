using System.Runtime.InteropServices;
using Baton.Server.Data;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Glass;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Delivery;

/// <summary>
/// Holds every night what was emitted against the calendars, without asking the gate: a batch, or what a channel sent
/// of it, at a moment that is quiet is an incident. Each is looked at once, however long the server was down. Of
/// somebody who has changed their calendar since, what was open at that moment is known from the emission alone: nobody
/// is accused by hours that came later.
/// </summary>
public sealed class AuditQuiet(WorkCalendars calendars, BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "AuditQuiet";

    private const int PeopleAtOnce = 500;

    public async Task Run(string payload, CancellationToken cancel)
    {
        while (await Next(cancel) is { Count: > 0 } people)
        {
            await Audit(people, cancel);
            db.ChangeTracker.Clear();
        }
    }

    private Task<List<Guid>> Next(CancellationToken cancel) =>
        db.Batches.Where(b => b.AuditedAt == null).Select(b => b.PersonId)
            .Union(db.ChannelAttempts.Where(a => a.SentAt != null && a.AuditedAt == null).Select(a => a.PersonId))
            .OrderBy(id => id).Take(PeopleAtOnce).ToListAsync(cancel);

    private async Task Audit(List<Guid> people, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var batches = await db.Batches.Where(b => b.AuditedAt == null && people.Contains(b.PersonId))
            .ToListAsync(cancel);
        var sent = await (
            from attempt in db.ChannelAttempts
            join batch in db.Batches on attempt.BatchId equals batch.Id
            where attempt.SentAt != null && attempt.AuditedAt == null && people.Contains(attempt.PersonId)
            select new { Attempt = attempt, batch.GlassId }).ToListAsync(cancel);
        var emissions = batches
            .Select(b => new Emission(b.Id, b.PersonId, b.EmittedAt, b.Basis, b.GlassId, b.OpenFrom, b.OpenUntil))
            .Concat(sent.Select(s => new Emission(
                s.Attempt.Id, s.Attempt.PersonId, s.Attempt.SentAt!.Value, s.Attempt.Basis, s.GlassId,
                s.Attempt.OpenFrom, s.Attempt.OpenUntil)))
            .ToList();
        var broken = await Broken(emissions, people, cancel);
        batches.ForEach(batch => batch.Audit(now));
        sent.ForEach(one => one.Attempt.Audit(now));
        await IncidentBook.Enter(
            [.. broken.Select(e => Incident.Of(IncidentKind.QuietBroken, e.PersonId, e.Id, now))], db, now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<IEnumerable<Emission>> Broken(
        List<Emission> emissions, List<Guid> people, CancellationToken cancel)
    {
        var known = await calendars.Of(people, cancel);
        var changed = await Changed(people, emissions.Min(e => e.At), cancel);
        var ids = emissions.Select(e => e.GlassId).OfType<Guid>().Distinct().ToList();
        var glasses = await db.BreakGlasses.AsNoTracking().Where(g => ids.Contains(g.Id))
            .ToDictionaryAsync(g => g.Id, cancel);
        return emissions.Where(e => e.Basis == PermitBasis.BreakGlass
            ? !e.Fits(glasses.GetValueOrDefault(e.GlassId ?? Guid.Empty))
            : !e.IsWithin
            || (known.TryGetValue(e.PersonId, out var calendar)
                && !(changed.TryGetValue(e.PersonId, out var at) && at >= e.At)
                && calendar.IsQuiet(Instant.FromDateTimeUtc(e.At))));
    }

    /// <summary>By person, when their calendar last changed.</summary>
    private async Task<Dictionary<Guid, DateTime>> Changed(
        List<Guid> people, DateTime since, CancellationToken cancel) => await (
            from person in db.People
            join change in db.Changes on person.PersonalSpaceId equals change.SpaceId
            where people.Contains(person.Id) && change.At >= since && change.Kind == "calendar.changed"
            group change by person.Id into theirs
            select new { theirs.Key, At = theirs.Max(c => c.At) })
            .ToDictionaryAsync(one => one.Key, one => one.At, cancel);

    /// <summary>Something that reached somebody: a batch, or what a channel sent of it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Emission(
        Guid Id, Guid PersonId, DateTime At, PermitBasis Basis, Guid? GlassId, DateTime? OpenFrom, DateTime? OpenUntil)
    {
        /// <summary>Whether it lies in the stretch that was open.</summary>
        public bool IsWithin => OpenFrom is null || (OpenFrom <= At && At < OpenUntil);

        /// <summary>Its record is theirs, and of that moment: what is sent of it has an hour.</summary>
        public bool Fits(BreakGlass? glass) =>
            glass?.PersonId == PersonId && glass.At <= At && At <= glass.At + DeliveryPermit.GlassHolds;
    }
}
