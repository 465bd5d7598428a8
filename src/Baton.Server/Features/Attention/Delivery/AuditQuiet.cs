using Baton.Server.Data;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Delivery;

/// <summary>
/// Holds every day what was emitted against the calendars, without asking the gate: a batch at a moment that is quiet
/// is an incident. Of somebody who has changed their calendar since, what was open at that moment is known from the
/// batch alone: nobody is accused by hours that came later.
/// </summary>
public sealed class AuditQuiet(WorkCalendars calendars, BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "AuditQuiet";

    private const int PeopleAtOnce = 500;

    /// <summary>Two days, so that none is left out between two audits; what is found twice is one incident.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(2);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var since = clock.UtcNow() - LooksBack;
        var people = await db.Batches.Where(b => b.EmittedAt >= since).Select(b => b.PersonId).Distinct()
            .ToListAsync(cancel);
        foreach (var some in people.Chunk(PeopleAtOnce))
        {
            await Audit(some, since, cancel);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Audit(Guid[] people, DateTime since, CancellationToken cancel)
    {
        var known = await calendars.Of(people, cancel);
        var changed = await Changed(people, since, cancel);
        var emitted = await db.Batches.AsNoTracking()
            .Where(b => b.EmittedAt >= since && people.Contains(b.PersonId)).ToListAsync(cancel);
        var ids = emitted.Select(batch => batch.GlassId).OfType<Guid>().ToList();
        var glasses = await db.BreakGlasses.AsNoTracking().Where(g => ids.Contains(g.Id))
            .ToDictionaryAsync(g => g.Id, cancel);
        var broken = emitted.Where(batch => batch.Basis == PermitBasis.BreakGlass
            ? !(glasses.GetValueOrDefault(batch.GlassId ?? Guid.Empty) is { } glass
                && (glass.PersonId, glass.At) == (batch.PersonId, batch.EmittedAt))
            : !batch.IsWithin
            || (known.TryGetValue(batch.PersonId, out var calendar)
                && !(changed.TryGetValue(batch.PersonId, out var at) && at >= batch.EmittedAt)
                && calendar.IsQuiet(Instant.FromDateTimeUtc(batch.EmittedAt))));
        await IncidentBook.Enter(
            [.. broken.Select(b => Incident.Of(IncidentKind.QuietBroken, b.PersonId, b.Id, clock.UtcNow()))],
            db, clock.UtcNow(), cancel);
    }

    /// <summary>By person, when their calendar, or their hours and zone, last changed.</summary>
    private async Task<Dictionary<Guid, DateTime>> Changed(Guid[] people, DateTime since, CancellationToken cancel) =>
        await (
            from person in db.People
            join change in db.Changes on person.PersonalSpaceId equals change.SpaceId
            where people.Contains(person.Id) && change.At >= since
                && (change.Kind == "calendar.changed" || change.Kind == "me.changed")
            group change by person.Id into theirs
            select new { theirs.Key, At = theirs.Max(c => c.At) })
            .ToDictionaryAsync(one => one.Key, one => one.At, cancel);
}
