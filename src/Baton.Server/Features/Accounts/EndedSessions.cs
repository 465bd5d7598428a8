using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Streams;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

/// <summary>
/// Closes the live feeds of sessions that ended elsewhere: revoked at another node, or run out. A feed is one long
/// request, so nothing else asks again whether its session still holds.
/// </summary>
internal sealed partial class EndedSessions(
    ChangeRelay relay, IServiceScopeFactory scopes, TimeProvider clock, ILogger<EndedSessions> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Close(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                CouldNotLook(failed);
            }
        }
    }

    private async Task Close(CancellationToken cancel)
    {
        var listening = relay.Sessions();
        if (listening.Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
        var now = clock.UtcNow();
        var ids = listening.Select(l => l.SessionId).ToList();
        var open = await db.Sessions.Where(s => ids.Contains(s.Id) && s.ExpiresAt > now)
            .Select(s => s.Id).ToHashSetAsync(cancel);
        foreach (var (personId, sessionId) in listening.Where(l => !open.Contains(l.SessionId)))
        {
            relay.Close(personId, sessionId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Could not look which sessions have ended; trying again in five seconds.")]
    private partial void CouldNotLook(Exception failed);
}
