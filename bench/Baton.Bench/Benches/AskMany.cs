namespace Baton.Bench.Benches;

public static class AskMany
{
    private const int People = 500;

    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(1, server);
        using (var crowd = new Crowd(server))
        {
            crowd.Join(People, team.SpaceId);
        }

        using var ada = team.Connect();
        var asked = Load.Run(1, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15),
            _ => Team.Expect(Post(ada, team.SpaceId, "answer")));
        var informed = Load.Run(1, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10),
            _ => Team.Expect(Post(ada, team.SpaceId, "know")));
        report.Says($"ask-many: a message that asks, or informs, {People} people of one space; one sender for 15 s after a warm-up of 5 s ({asked.Latencies.Count} posts), then 10 s");
        report.AtMost("ask-many.asks.p99", asked.Latencies.Milliseconds(0.99), "ms", 150);
        report.AtMost("ask-many.informs.p99", informed.Latencies.Milliseconds(0.99), "ms", 150);
    }

    public static Answer Post(Wire wire, string spaceId, string role) =>
        wire.Send("POST", $"/api/spaces/{spaceId}/messages", $$"""
            {"id":"{{Team.NewId()}}","body":"Which of the two headlines?","envelope":{"addressees":[{"group":"space","role":"{{role}}"}],"reason":"A vote"} }
            """);
}
