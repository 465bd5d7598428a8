using Baton.Server.Data;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Kernel;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Glass;

/// <summary>What somebody may still send, or be sent, in this calendar month of theirs.</summary>
/// <param name="Since">When the month began.</param>
/// <param name="NextAt">When there is some again once nothing is left; null: never, or there is some.</param>
public sealed record Allowance(int Limit, int Spent, DateTime Since, DateTime? NextAt)
{
    public int Left => Math.Max(0, Limit - Spent);
}

/// <summary>What breaking the glass costs, by months as they are where each person is at home.</summary>
public sealed class GlassAllowances(WorkCalendars calendars, BatonDb db, TimeProvider clock)
{
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(31 * (Halving.MaxMonths + 1));

    public async Task<Allowance> OfSender(Guid personId, CancellationToken cancel)
    {
        var (zone, month) = await MonthOf(personId, cancel);
        var (limit, _) = await Limits(personId, cancel);
        var since = clock.UtcNow() - LooksBack;
        var sent = await db.BreakGlasses.AsNoTracking().Where(g => g.SenderId == personId && g.At >= since)
            .Select(g => new { g.At, g.IsCharged, g.Verdict }).ToListAsync(cancel);
        var couldWait = sent.Where(g => g.Verdict == GlassVerdict.CouldWait).Select(g => MonthAt(g.At, zone)).ToList();
        return Of(
            zone,
            month,
            sent.Count(g => g.IsCharged && MonthAt(g.At, zone) == month),
            one => Halving.Of(limit, one, couldWait));
    }

    public async Task<Allowance> OfReceiver(Guid personId, CancellationToken cancel)
    {
        var (zone, month) = await MonthOf(personId, cancel);
        var (_, limit) = await Limits(personId, cancel);
        var since = Start(month, zone);
        var spent = await db.BreakGlasses.CountAsync(
            g => g.PersonId == personId && g.IsCharged && g.At >= since, cancel);
        return Of(zone, month, spent, _ => limit);
    }

    /// <summary>
    /// The write that follows commits only if both allowances hold then too, however many are sent at the same moment.
    /// </summary>
    public void Hold(Guid senderId, Allowance sent, Guid receiverId, Allowance received) =>
        db.OnCondition(async cancel =>
        {
            // Takes the locks of both rows, always in the same order; then counts what was committed before.
            foreach (var id in new[] { senderId, receiverId }.Order())
            {
                await db.People.Where(p => p.Id == id)
                    .ExecuteUpdateAsync(p => p.SetProperty(x => x.Zone, x => x.Zone), cancel);
            }

            var charged = db.BreakGlasses.Where(g => g.IsCharged);
            if (await charged.CountAsync(g => g.SenderId == senderId && g.At >= sent.Since, cancel) >= sent.Limit
                || await charged.CountAsync(g => g.PersonId == receiverId && g.At >= received.Since, cancel)
                    >= received.Limit)
            {
                throw new DbUpdateConcurrencyException("An allowance was spent meanwhile.");
            }
        });

    private static Allowance Of(DateTimeZone zone, YearMonth month, int spent, Func<YearMonth, int> limitOf)
    {
        var limit = limitOf(month);
        var next = spent < limit
            ? (YearMonth?)null
            : Enumerable.Range(1, Halving.MaxMonths).Select(later => month.PlusMonths(later))
                .Where(later => limitOf(later) > 0).Select(later => (YearMonth?)later).FirstOrDefault();
        return new Allowance(limit, spent, Start(month, zone), next is { } at ? Start(at, zone) : null);
    }

    private async Task<(DateTimeZone Zone, YearMonth Month)> MonthOf(Guid personId, CancellationToken cancel)
    {
        var home = await db.People.Where(p => p.Id == personId).Select(p => p.Zone).SingleAsync(cancel);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(home) ?? DateTimeZone.Utc;
        return (zone, MonthAt(clock.UtcNow(), zone));
    }

    private async Task<(int Sent, int Received)> Limits(Guid personId, CancellationToken cancel)
    {
        var changes = await db.GlassPolicies.AsNoTracking()
            .OrderByDescending(p => p.At).ThenByDescending(p => p.Id).ToListAsync(cancel);
        if (changes.Count > 0)
        {
            return GlassPolicy.InForce(changes, await calendars.Of(personId, cancel), clock.UtcNow());
        }

        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(cancel);
        return (workspace.BreakGlassSent, workspace.BreakGlassReceived);
    }

    private static YearMonth MonthAt(DateTime at, DateTimeZone zone) =>
        Instant.FromDateTimeUtc(at).InZone(zone).Date.ToYearMonth();

    private static DateTime Start(YearMonth month, DateTimeZone zone) =>
        zone.AtStartOfDay(month.OnDayOfMonth(1)).ToInstant().ToDateTimeUtc();
}
