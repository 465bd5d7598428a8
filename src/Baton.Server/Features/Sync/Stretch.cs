using System.Numerics;
using Baton.Server.Data;
using Baton.Server.Kernel.Streams;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Sync;

/// <summary>
/// A space's changes after one version up to another. Versions have no gaps, so how many they are is known before they
/// are read.
/// </summary>
internal sealed record Stretch(Guid SpaceId, long After, long UpTo)
{
    /// <summary>
    /// Shortens them until they hold no more than so many changes: all get the same share, and what one does not need
    /// the others have. A space in which much happened keeps no other one waiting.
    /// </summary>
    public static IReadOnlyList<Stretch> Share(IEnumerable<Stretch> wanted, int changes)
    {
        var shortestFirst = wanted.OrderBy(s => s.UpTo - s.After).ToList();
        var shared = new List<Stretch>(shortestFirst.Count);
        long left = changes;
        foreach (var stretch in shortestFirst)
        {
            var share = Math.Min(stretch.UpTo - stretch.After, left / (shortestFirst.Count - shared.Count));
            shared.Add(stretch with { UpTo = stretch.After + share });
            left -= share;
        }

        return shared;
    }

    /// <summary>The changes by space, oldest first: one query, however many spaces.</summary>
    public static async Task<ILookup<Guid, Change>> Read(
        IReadOnlyList<Stretch> stretches, BatonDb db, CancellationToken cancel)
    {
        var found = stretches.Count == 0
            ? []
            : await db.Changes.FromSqlRaw(Sql(stretches, out var values), values).AsNoTracking().ToListAsync(cancel);
        return found.OrderBy(c => c.Version).ToLookup(c => c.SpaceId);
    }

    /// <summary>
    /// The same SQL serves SQLite and PostgreSQL. Filled up with empty stretches to a power of two, it is one of ten
    /// statements.
    /// </summary>
    private static string Sql(IReadOnlyList<Stretch> stretches, out object[] values)
    {
        var count = (int)BitOperations.RoundUpToPowerOf2((uint)stretches.Count);
        values = [.. stretches.Concat(Enumerable.Repeat(new Stretch(Guid.Empty, 0, 0), count - stretches.Count))
            .SelectMany(s => new object[] { s.SpaceId, s.After, s.UpTo })];
        var rows = string.Join(", ",
            Enumerable.Range(0, count).Select(i => $"({{{3 * i}}}, {{{(3 * i) + 1}}}, {{{(3 * i) + 2}}})"));
        // A cross join has SQLite go through the stretches first, and to each by the primary key.
        return $"""
            WITH stretches (space, after_version, up_to) AS (VALUES {rows})
            SELECT c.* FROM stretches AS s CROSS JOIN changes AS c
            WHERE c.space_id = s.space AND c.version > s.after_version AND c.version <= s.up_to
            """;
    }
}
