using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel.Streams;

namespace Baton.Server.Data;

/// <summary>How a unit of work becomes durable. After the commit, never before, the relay tells the world.</summary>
public abstract class Commits(ChangeLog log, LedgerBook ledger, ChangeRelay relay)
{
    protected ChangeLog Log { get; } = log;

    protected LedgerBook Ledger { get; } = ledger;

    protected ChangeRelay Relay { get; } = relay;

    public abstract Task<int> Save(BatonDb db, CancellationToken cancel);

    /// <summary>
    /// Runs statements that do not go through the change tracker (jobs, maintenance) in a transaction of their own.
    /// </summary>
    public abstract Task<T> Run<T>(BatonDb db, Func<BatonDb, Task<T>> work, CancellationToken cancel);

    /// <summary>Lets several reads see the same moment, so that a snapshot's rows fit its version.</summary>
    public abstract Task<IAsyncDisposable> ReadAtOnce(BatonDb db, CancellationToken cancel);
}
