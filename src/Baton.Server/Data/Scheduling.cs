using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Server.Data;

/// <summary>
/// Jobs of which there is one for a thing and a moment, however often it is asked for: their id is made of both.
/// </summary>
public static class Scheduling
{
    /// <summary>Rows of one statement.</summary>
    private const int AtOnce = 500;

    /// <summary>
    /// Sees to it that such a job runs after this transaction. One that runs at this moment has looked too early: its
    /// lease is taken from it, so that it is run once more.
    /// </summary>
    public static void Schedule(this BatonDb db, string kind, IEnumerable<(Guid Of, DateTime Due)> moments)
    {
        foreach (var some in moments.Distinct().Chunk(AtOnce))
        {
            var rows = some.Select((_, row) => Enumerable.Range(4 * row, 4).Select(value => $"{{{value}}}"))
                .Select(values => $"({string.Join(", ", values)}, 0)");
            db.Also(FormattableStringFactory.Create(
                $"""
                INSERT INTO jobs (id, kind, payload, due, attempts) VALUES {string.Join(", ", rows)}
                ON CONFLICT (id) DO UPDATE SET attempts = 0, leased_by = NULL, leased_until = NULL, dead_at = NULL
                """,
                [.. some.SelectMany(one => Row(kind, one.Of, one.Due))]));
        }
    }

    private static object[] Row(string kind, Guid of, DateTime due) => [IdOf(kind, of, due), kind, $"{of}", due];

    private static Guid IdOf(string kind, Guid of, DateTime due) => new(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{of}|{due.Ticks}")).AsSpan(0, 16));
}
