using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>Once a day: a root for every day that has ended since the last one.</summary>
public sealed class RootDays(BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "RootDays";

    /// <summary>
    /// What was written before midnight is committed by then, on nodes whose clocks differ a little too.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var last = DateOnly.FromDateTime(clock.UtcNow() - Patience).AddDays(-1);
        for (var day = await First(cancel); day <= last; day = day?.AddDays(1))
        {
            await Add(day.Value, cancel);
        }
    }

    /// <summary>The day after the last root, or that of the first entry; null when nothing was ever entered.</summary>
    private async Task<DateOnly?> First(CancellationToken cancel) =>
        await db.DayRoots.MaxAsync(r => (DateOnly?)r.Day, cancel) is { } rooted
            ? rooted.AddDays(1)
            : await db.LedgerEntries.MinAsync(e => (DateTime?)e.At, cancel) is { } first
                ? DateOnly.FromDateTime(first)
                : null;

    private async Task Add(DateOnly day, CancellationToken cancel)
    {
        var end = DayRoot.EndOf(day);
        var ends = await db.LedgerHeads
            .Select(h => new
            {
                h.PersonId,
                Hash = db.LedgerEntries.Where(e => e.PersonId == h.PersonId && e.At < end)
                    .OrderByDescending(e => e.Number).Select(e => e.Hash).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        db.DayRoots.Add(DayRoot.Of(day, [.. ends.Where(e => e.Hash != null).Select(e => (e.PersonId, e.Hash!))]));
        await db.SaveChangesAsync(cancel);
    }
}
