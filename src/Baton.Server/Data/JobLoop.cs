namespace Baton.Server.Data;

/// <summary>Has the runner look for due jobs every second.</summary>
internal sealed partial class JobLoop(JobRunner runner, TimeProvider clock, ILogger<JobLoop> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        var scheduled = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!scheduled)
                {
                    await runner.ScheduleDaily(stoppingToken);
                    scheduled = true;
                }

                await runner.RunDue(stoppingToken);
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
