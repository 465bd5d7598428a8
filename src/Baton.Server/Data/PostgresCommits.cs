using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel.Streams;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Data;

/// <summary>
/// PostgreSQL: a transaction for each unit of work. The other nodes hear of it by NOTIFY, which the commit sends.
/// </summary>
public sealed class PostgresCommits(
    ChangeLog log, LedgerBook ledger, ChangeRelay relay, NodeName node) : Commits(log, ledger, relay)
{
    public override async Task<int> Save(BatonDb db, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (rows, changes) = await db.Write(Log, Ledger, cancel);
        if (changes.Count > 0)
        {
            var signals = changes.GroupBy(c => c.SpaceId)
                .Select(g => new Signal(node.Value, g.Key, g.Min(c => c.Version), g.Max(c => c.Version)).ToString())
                .ToArray();
            await db.Database.ExecuteSqlAsync(
                $"SELECT pg_notify('baton', signal) FROM unnest({signals}) AS signal", cancel);
        }

        // Once the commit is on its way its outcome counts, not whether somebody still waits for it.
        await transaction.CommitAsync(CancellationToken.None);
        db.Written?.Add(changes);
        Relay.Publish(changes);
        return rows;
    }

    public override async Task<T> Run<T>(BatonDb db, Func<BatonDb, Task<T>> work, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await work(db);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    public override async Task<IAsyncDisposable> ReadAtOnce(BatonDb db, CancellationToken cancel) =>
        await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
}

/// <summary>What one node is called among several.</summary>
public sealed record NodeName(string Value);

/// <summary>"Space S got the versions first to last", between nodes; far under NOTIFY's 8,000 bytes.</summary>
internal readonly record struct Signal(string Node, Guid SpaceId, long First, long Last)
{
    public static Signal? Parse(string text) =>
        text.Split(' ') is [var node, var space, var first, var last]
        && Guid.TryParse(space, out var spaceId)
        && long.TryParse(first, System.Globalization.CultureInfo.InvariantCulture, out var from)
        && long.TryParse(last, System.Globalization.CultureInfo.InvariantCulture, out var to)
            ? new Signal(node, spaceId, from, to)
            : null;

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Node} {SpaceId} {First} {Last}");
}
