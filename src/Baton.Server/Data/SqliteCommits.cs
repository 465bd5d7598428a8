using System.Threading.Channels;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel.Streams;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Baton.Server.Data;

/// <summary>
/// SQLite: the one write gate of the process. Units of work queue up and a single writer commits what waits as one
/// group, each inside its own savepoint: one fsync serves many, and a failing one takes nobody with it.
/// Requests read on their own read-only connections meanwhile (WAL). See docs/decisions/0004.
/// </summary>
/// <remarks>Ends when the host stops, after the last request: whoever waited for that finds the file at rest.</remarks>
public sealed class SqliteCommits(
    ChangeLog log,
    LedgerBook ledger,
    ChangeRelay relay,
    SqliteFile file) : Commits(log, ledger, relay), IHostedService, IAsyncDisposable
{
    private const int GroupLimit = 64;

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(
        new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _starting = new();
    private Task? _writer;
    private Task? _end;

    public override Task<int> Save(BatonDb db, CancellationToken cancel) => Enqueue(db, async (work, changes) =>
    {
        var (rows, written) = await work.Write(Log, Ledger, CancellationToken.None);
        changes.AddRange(written);
        return rows;
    }, cancel);

    public override Task<T> Run<T>(BatonDb db, Func<BatonDb, Task<T>> work, CancellationToken cancel) =>
        Enqueue(db, (context, _) => work(context), cancel);

    public override async Task<IAsyncDisposable> ReadAtOnce(BatonDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        // Deferred: an immediate transaction would ask for the write lock, which a read-only connection cannot have.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        var seen = await db.Database.UseTransactionAsync(transaction, cancel);
        return new Moment(db, transaction, seen!);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => End();

    /// <summary>Without a host that stops, as in sub-commands.</summary>
    public ValueTask DisposeAsync() => new(End());

    private Task End()
    {
        lock (_starting)
        {
            return _end ??= Task.Run(WriteTheRest, CancellationToken.None);
        }
    }

    private async Task WriteTheRest()
    {
        _queue.Writer.TryComplete();
        if (_writer is { } writer)
        {
            await writer;
        }

        file.Rest();
    }

    private async Task<T> Enqueue<T>(BatonDb db, Func<BatonDb, List<Change>, Task<T>> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_starting)
        {
            _writer ??= Task.Run(WriteGroups, CancellationToken.None);
        }

        var waiting = new Waiting<T>(db, work);
        if (!_queue.Writer.TryWrite(waiting))
        {
            throw new OperationCanceledException("The server is stopping.");
        }

        // From here on there is no way back: what was queued is committed even if the caller has gone.
        return await waiting.Result;
    }

    private async Task WriteGroups()
    {
        await using var connection = file.OpenForWriting();
        while (await _queue.Reader.WaitToReadAsync())
        {
            await WriteGroup(connection);
        }
    }

    private async Task WriteGroup(SqliteConnection connection)
    {
        var group = new List<Waiting>();
        try
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            while (group.Count < GroupLimit && _queue.Reader.TryRead(out var waiting))
            {
                group.Add(waiting);
                await waiting.Execute(connection, transaction, file.ForReading);
            }

            await transaction.CommitAsync();
        }
        catch (Exception lost)
        {
            group.ForEach(waiting => waiting.Fail(lost));
            return;
        }

        foreach (var waiting in group.Where(w => w.Done))
        {
            waiting.Db.Written?.Add(waiting.Changes);
            Relay.Publish(waiting.Changes);
        }

        group.ForEach(waiting => waiting.Complete());
    }

    private abstract class Waiting(BatonDb db)
    {
        public BatonDb Db { get; } = db;

        public List<Change> Changes { get; } = [];

        /// <summary>
        /// Executed within the group's transaction; false when it failed and was rolled back to its savepoint.
        /// </summary>
        public bool Done { get; protected set; }

        public abstract void Complete();

        public abstract void Fail(Exception lost);

        public async Task Execute(SqliteConnection connection, SqliteTransaction transaction, string reading)
        {
            const string Savepoint = "unit";
            await transaction.SaveAsync(Savepoint);
            try
            {
                Db.Database.SetDbConnection(connection, contextOwnsConnection: false);
                await Db.Database.UseTransactionAsync(transaction);
                await Work();
                await transaction.ReleaseAsync(Savepoint);
                Done = true;
            }
            catch (Exception refused)
            {
                await transaction.RollbackAsync(Savepoint);
                await transaction.ReleaseAsync(Savepoint);
                Failed(refused);
            }
            finally
            {
                await Db.Database.UseTransactionAsync(null);
                Db.Database.SetDbConnection(null);
                Db.Database.SetConnectionString(reading);
            }
        }

        protected abstract Task Work();

        protected abstract void Failed(Exception refused);
    }

    private sealed class Waiting<T>(BatonDb db, Func<BatonDb, List<Change>, Task<T>> work) : Waiting(db)
    {
        // Continuations must not run on the writer: they are whole requests.
        private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _value;
        private Exception? _refused;

        public Task<T> Result => _result.Task;

        public override void Complete()
        {
            if (_refused is not null)
            {
                _result.TrySetException(_refused);
            }
            else
            {
                _result.TrySetResult(_value!);
            }
        }

        public override void Fail(Exception lost) => _result.TrySetException(lost);

        protected override async Task Work() => _value = await work(Db, Changes);

        // Told with the rest of the group: whoever lost a race within it looks again, and must then see the winner's
        // row.
        protected override void Failed(Exception refused) => _refused = refused;
    }

    private sealed class Moment(
        BatonDb db, SqliteTransaction transaction, IDbContextTransaction seen) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            // Taking the transaction back with UseTransaction(null) would leave the connection open, and the pooled
            // context's next write would find it in use.
            await seen.DisposeAsync();
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
