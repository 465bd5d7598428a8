namespace Baton.Bench.Benches;

public static class PostMessage
{
    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(Writes.Crowd, server);
        Writes.Measure(report, "post-message", team, (wire, _) => Post(wire, team.SpaceId));
    }

    public static Answer Post(Wire wire, string spaceId) => wire.Send("POST", $"/api/spaces/{spaceId}/messages", $$"""
        {"id":"{{Team.NewId()}}","body":"The **draft** of the landing page is ready, with both headlines. Please read it before Thursday."}
        """);
}
