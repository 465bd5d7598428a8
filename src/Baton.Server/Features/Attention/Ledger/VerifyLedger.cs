using Baton.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>Checks every ledger and every day's root: <c>baton ledger verify</c>. Reads only.</summary>
public static class VerifyLedger
{
    /// <returns>0 when all is whole; 1 with the first break named.</returns>
    public static async Task<int> Run(IServiceProvider services, TextWriter report, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
        // A server may be writing meanwhile.
        await using var moment = await scope.ServiceProvider.GetRequiredService<Commits>().ReadAtOnce(db, cancel);
        var found = await Walk.Through(db, cancel);
        await report.WriteLineAsync(found.Break is { } broken
            ? $"BROKEN  {broken}"
            : $"{found.People} ledgers with {found.Entries} entries and {found.Days} daily roots verify.");
        return found.Break is null ? 0 : 1;
    }

    private sealed class Walk(IReadOnlyList<DayRoot> days)
    {
        private readonly int[] _held = new int[days.Count];

        public static async Task<(string? Break, int People, long Entries, int Days)> Through(
            BatonDb db, CancellationToken cancel)
        {
            var days = await db.DayRoots.AsNoTracking().OrderBy(r => r.Day).ToListAsync(cancel);
            if (days.Find(d => !d.IsWhole()) is { } torn)
            {
                return ($"the root of {torn.Day:yyyy-MM-dd} is not that of its leaves", 0, 0, 0);
            }

            var walk = new Walk(days);
            var (people, entries) = (0, 0L);
            foreach (var head in await Heads(db, cancel))
            {
                var story = await db.LedgerEntries.AsNoTracking().Where(e => e.PersonId == head.PersonId)
                    .OrderBy(e => e.Number).ToListAsync(cancel);
                if ((Chain.FirstBreak(head, story) ?? walk.FirstBreak(head.PersonId, story)) is { } broken)
                {
                    return (broken, 0, 0, 0);
                }

                (people, entries) = (people + 1, entries + story.Count);
            }

            return (walk.FirstLoss(), people, entries, days.Count);
        }

        /// <summary>Of those with entries too: a head that was taken away is a break.</summary>
        private static async Task<IReadOnlyList<LedgerHead>> Heads(BatonDb db, CancellationToken cancel)
        {
            var heads = await db.LedgerHeads.AsNoTracking().OrderBy(h => h.PersonId).ToListAsync(cancel);
            var headless = await db.LedgerEntries
                .Where(e => e.Number == 1 && !db.LedgerHeads.Any(h => h.PersonId == e.PersonId))
                .Select(e => e.PersonId).ToListAsync(cancel);
            return [.. heads, .. headless.Select(id => LedgerHead.At(id, 0, hash: null))];
        }

        /// <summary>Where a day that knew this ledger knows it otherwise.</summary>
        private string? FirstBreak(Guid personId, List<LedgerEntry> story)
        {
            for (var i = 0; i < days.Count; i++)
            {
                var end = story.FindLast(e => e.At < days[i].End);
                if (end is null)
                {
                    continue;
                }

                // The second look is for a clock that was set back after the root was made.
                if (!days[i].Holds(personId, end.Hash)
                    && !story.Exists(e => e.Number < end.Number && days[i].Holds(personId, e.Hash)))
                {
                    return $"the root of {days[i].Day:yyyy-MM-dd} stands for another ledger of {personId}";
                }

                _held[i]++;
            }

            return null;
        }

        /// <summary>A day that stood for more ledgers than there are.</summary>
        private string? FirstLoss()
        {
            var lost = days.Index().FirstOrDefault(d => _held[d.Index] != d.Item.Count).Item;
            return lost is null ? null : $"the root of {lost.Day:yyyy-MM-dd} stands for ledgers that are gone";
        }
    }
}
