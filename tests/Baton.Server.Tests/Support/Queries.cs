using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Baton.Server.Tests.Support;

/// <summary>
/// Counts what a read asks of one app's database, whatever other tests do meanwhile, and has others act between two of
/// its queries. Make it before the app: EF looks only now and then whether somebody has begun to listen.
/// </summary>
internal sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<object?[]>> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IDisposable> _listening = [];
    private (string Database, string Words, Func<Task> Act)? _next;

    public Queries() => _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public async Task<int> During(TestApp app, Func<Task> read) => (await Asked(app, read)).Count;

    /// <summary>What a read asked, each as the values it was asked with.</summary>
    public async Task<IReadOnlyList<object?[]>> Asked(TestApp app, Func<Task> read)
    {
        var database = await DatabaseOf(app);
        var before = Of(database).Count;
        await read();
        return [.. Of(database).Skip(before)];
    }

    /// <summary>
    /// As soon as a query with these words has its answer, somebody acts and is done before the read goes on.
    /// </summary>
    public async Task<T> Interrupted<T>(TestApp app, Func<Task<T>> read, string words, Func<Task> act)
    {
        _next = (await DatabaseOf(app), words, act);
        var answer = await read();
        Assert.Null(_next);
        return answer;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _listening.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Command: { Connection.ConnectionString: { } database } command })
        {
            Of(database).Enqueue([.. command.Parameters.Cast<DbParameter>().Select(p => p.Value)]);
            if (_next is { } next
                && next.Database == database
                && command.CommandText.Contains(next.Words, StringComparison.Ordinal))
            {
                _next = null;
                Task.Run(next.Act).GetAwaiter().GetResult();
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var listener in _listening)
        {
            listener.Dispose();
        }
    }

    private static Task<string> DatabaseOf(TestApp app) =>
        app.InDb(db => Task.FromResult(db.Database.GetDbConnection().ConnectionString));

    private ConcurrentQueue<object?[]> Of(string database) => _asked.GetOrAdd(database, _ => []);
}
