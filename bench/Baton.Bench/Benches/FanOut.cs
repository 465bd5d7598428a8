using System.Diagnostics;

namespace Baton.Bench.Benches;

public static class FanOut
{
    private const int Ears = 200;
    private const int WarmUpPosts = 50;
    private const int Posts = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(Ears, server);
        using var listeners = new Listeners(Ears, server.Port, team);
        using var ada = team.Connect();

        var slowest = new List<long>();
        for (var post = 0; post < WarmUpPosts + Posts; post++)
        {
            var began = Stopwatch.GetTimestamp();
            var id = Team.NewId();
            var arrivals = listeners.Await(id);
            Team.Expect(ada.Send("POST", $"/api/spaces/{team.SpaceId}/messages",
                $$"""{"id":"{{id}}","body":"Who takes the second headline?"}"""));
            var took = arrivals.Last(TimeSpan.FromSeconds(5)) - began;
            if (post >= WarmUpPosts)
            {
                slowest.Add(took);
            }

            Thread.Sleep(Pause - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } rest ? rest : TimeSpan.Zero);
        }

        var latencies = new Latencies(slowest);
        report.Says($"fan-out: from sending the request to the receipt by the slowest of {Ears} people; {Posts} posts, 10 a second, after {WarmUpPosts} as warm-up");
        report.AtMost("fan-out.p50", latencies.Milliseconds(0.5), "ms", 20);
        report.AtMost("fan-out.p99", latencies.Milliseconds(0.99), "ms", 20);
    }
}
