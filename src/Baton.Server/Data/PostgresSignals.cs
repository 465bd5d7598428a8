using System.Threading.Channels;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Baton.Server.Data;

/// <summary>
/// Listens for what other nodes committed, reads it and hands it to this node's relay. When the connection was lost,
/// notices may be too: every feed is closed, and its client comes back and catches up by version.
/// </summary>
internal sealed partial class PostgresSignals(
    IOptions<BatonSettings> settings,
    NodeName node,
    IServiceScopeFactory scopes,
    ChangeRelay relay,
    ILogger<PostgresSignals> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception lost)
                when (lost is NpgsqlException or IOException && !stoppingToken.IsCancellationRequested)
            {
                Lost(lost);
                relay.CloseAll();
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task Listen(CancellationToken stop)
    {
        var signals = Channel.CreateUnbounded<Signal>();
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(settings.Value.Database)
            {
                Pooling = false,
                KeepAlive = 30,
            }.ConnectionString);
        connection.Notification += (_, notice) =>
        {
            if (Signal.Parse(notice.Payload) is { } signal && signal.Node != node.Value)
            {
                signals.Writer.TryWrite(signal);
            }
        };
        await connection.OpenAsync(stop);
        await using (var listen = new NpgsqlCommand("LISTEN baton", connection))
        {
            await listen.ExecuteNonQueryAsync(stop);
        }

        while (true)
        {
            await connection.WaitAsync(stop);
            while (signals.Reader.TryRead(out var signal))
            {
                await Fetch(signal, stop);
            }
        }
    }

    private async Task Fetch(Signal signal, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
        relay.Publish(await db.Changes.AsNoTracking()
            .Where(c => c.SpaceId == signal.SpaceId && c.Version >= signal.First && c.Version <= signal.Last)
            .OrderBy(c => c.Version)
            .ToListAsync(stop));
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The line to the other nodes was lost; every live feed starts over.")]
    private partial void Lost(Exception lost);
}
