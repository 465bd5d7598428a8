namespace Baton.Server.Data;

/// <summary>
/// Has the runner look for due jobs every second; for those that wait for servers elsewhere in a loop of their own.
/// </summary>
internal sealed partial class JobLoop(JobRunner runner, TimeProvider clock, ILogger<JobLoop> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduled = false;
        await Task.WhenAll(
            Repeat(async () =>
            {
                if (!scheduled)
                {
                    await runner.ScheduleOwn(stoppingToken);
                    scheduled = true;
                }

                await runner.RunInside(stoppingToken);
            }, stoppingToken),
            Repeat(() => runner.RunOutside(stoppingToken), stoppingToken));
    }

    private async Task Repeat(Func<Task> look, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await look();
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                CouldNotLook(failed);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not look for due jobs; trying again in a second.")]
    private partial void CouldNotLook(Exception failed);
}
