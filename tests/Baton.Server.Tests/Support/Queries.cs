using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Baton.Server.Tests.Support;

/// <summary>
/// Counts what a read asks of one app's database, whatever other tests do meanwhile. Make it before the app: EF looks only
/// now and then whether somebody has begun to listen.
/// </summary>
internal sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<object?[]>> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IDisposable> _listening = [];

    public Queries() => _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public async Task<int> During(TestApp app, Func<Task> read) => (await Asked(app, read)).Count;

    /// <summary>What a read asked, each as the values it was asked with.</summary>
    public async Task<IReadOnlyList<object?[]>> Asked(TestApp app, Func<Task> read)
    {
        var database = await app.InDb(db => Task.FromResult(db.Database.GetDbConnection().ConnectionString));
        var before = Of(database).Count;
        await read();
        return [.. Of(database).Skip(before)];
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

    private ConcurrentQueue<object?[]> Of(string database) => _asked.GetOrAdd(database, _ => []);
}
