namespace Baton.Bench.Benches;

public static class OpenBoard
{
    private const int Tasks = 500;

    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(5, server);
        using var ada = team.Connect();
        for (var order = 0; order < Tasks; order++)
        {
            Team.Expect(CreateTask.Create(ada, team, Team.NewId(), order));
        }

        var seen = Load.Run(1, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6), _ => Team.Expect(ada.Get($"/api/spaces/{team.SpaceId}/snapshot")));
        var bytes = ada.Get($"/api/spaces/{team.SpaceId}/snapshot").Body.Length;
        report.Says($"open-board: snapshot of {Tasks} tasks, {bytes / 1024} KiB uncompressed, no If-None-Match; 6 s after a warm-up of 3 s, one client");
        report.AtMost("open-board.p50", seen.Latencies.Milliseconds(0.5), "ms", 8);
        report.AtMost("open-board.p99", seen.Latencies.Milliseconds(0.99), "ms", 40);
    }
}
