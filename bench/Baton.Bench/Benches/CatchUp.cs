namespace Baton.Bench.Benches;

public static class CatchUp
{
    private const int Missed = 1000;

    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(2, server);
        using var ada = team.Connect();
        var before = Team.Json(Team.Expect(ada.Get($"/api/spaces/{team.SpaceId}"))).GetProperty("version").GetInt64();
        for (var change = 0; change < Missed; change++)
        {
            Team.Expect(PostMessage.Post(ada, team.SpaceId));
        }

        var request = $$"""{"spaces":[{"id":"{{team.SpaceId}}","after":{{before}}}]}""";
        var got = Team.Json(Team.Expect(ada.Send("POST", "/api/changes", request)))
            .GetProperty("spaces")[0].GetProperty("changes").GetArrayLength();
        if (got != Missed)
        {
            throw new BenchException($"The catch-up brought {got} changes instead of {Missed}.");
        }

        var seen = Load.Run(1, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5),
            _ => Team.Expect(ada.Send("POST", "/api/changes", request)));
        report.Says($"catch-up: POST /api/changes that brings {Missed} posted messages; 5 s after a warm-up of 2 s, one client");
        report.AtMost("catch-up.p50", seen.Latencies.Milliseconds(0.5), "ms", 50);
        report.AtMost("catch-up.p99", seen.Latencies.Milliseconds(0.99), "ms", 50);
    }
}
