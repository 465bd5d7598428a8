using Baton.Server.Kernel.Streams;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Data;

/// <summary>How a unit of work becomes durable. After the commit, never before, the relay tells the world.</summary>
public abstract class Commits(ChangeLog log, ChangeRelay relay)
{
    protected ChangeLog Log { get; } = log;

    protected ChangeRelay Relay { get; } = relay;

    public abstract Task<int> Save(BatonDb db, CancellationToken cancel);

    /// <summary>Runs statements that do not go through the change tracker (jobs, maintenance) in a transaction of their own.</summary>
    public abstract Task<T> Run<T>(BatonDb db, Func<BatonDb, Task<T>> work, CancellationToken cancel);

    /// <summary>Lets several reads see the same moment, so that a snapshot's rows fit its version.</summary>
    public abstract Task<IAsyncDisposable> ReadAtOnce(BatonDb db, CancellationToken cancel);
}

/// <summary>PostgreSQL: a transaction for each unit of work; the other nodes hear of new versions by NOTIFY.</summary>
public sealed class PostgresCommits(ChangeLog log, ChangeRelay relay) : Commits(log, relay)
{
    public override async Task<int> Save(BatonDb db, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (rows, changes) = await db.Write(Log, cancel);
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
