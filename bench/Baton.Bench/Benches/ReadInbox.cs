namespace Baton.Bench.Benches;

public static class ReadInbox
{
    private const int Items = 2000;

    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(2, server);
        using var ada = team.Connect();
        using var ben = team.Connect(1);
        var adaId = Team.Json(Team.Expect(ada.Get("/api/me"))).GetProperty("person").GetProperty("id").GetString();
        for (var number = 0; number < Items; number++)
        {
            Team.Expect(ben.Send("POST", $"/api/spaces/{team.SpaceId}/messages", $$"""
                {"id":"{{Team.NewId()}}","body":"[@Ada](baton:person/{{adaId}}){{(number % 2 == 0 ? "?" : "")}} the {{number}}th headline"}
                """));
        }

        foreach (var part in (string[])["asks", "know"])
        {
            var seen = Load.Run(1, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5),
                _ => Team.Expect(ada.Get($"/api/inbox?part={part}&unsealed=true")));
            report.Says($"read-inbox: first page of the {part} of {Items} open items, half of them asks; 5 s after a warm-up of 2 s, one client");
            report.AtMost($"read-inbox.{part}.p99", seen.Latencies.Milliseconds(0.99), "ms", 30);
        }
    }
}
