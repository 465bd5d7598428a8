using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Baton.Server.Tests.Support;

/// <summary>Counts what a read asks of one app's database, whatever other tests do meanwhile.</summary>
internal sealed class Queries(string database) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private int _count;

    public static async Task<int> During(TestApp app, Func<Task> read)
    {
        var queries = new Queries(await app.InDb(db => Task.FromResult(db.Database.GetDbConnection().ConnectionString)));
        using var listening = DiagnosticListener.AllListeners.Subscribe(queries);
        await read();
        return Volatile.Read(ref queries._count);
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Command.Connection.ConnectionString: { } asked } && asked == database)
        {
            Interlocked.Increment(ref _count);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
