namespace Baton.Bench.Benches;

public static class OpenBoard
{
    private const int Tasks = 500;

    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(5, server);
        using var ada = team.Connect();
        var people = Team.Json(Team.Expect(ada.Get($"/api/spaces/{team.SpaceId}/snapshot")))
            .GetProperty("members").EnumerateArray()
            .Select(member => member.GetProperty("personId").GetString()!).ToList();
        var label = Team.NewId();
        Team.Expect(ada.Send("POST", $"/api/spaces/{team.SpaceId}/labels",
            $$"""{"id":"{{label}}","name":"Website","colour":"teal"}"""));
        for (var order = 0; order < Tasks; order++)
        {
            var id = Team.NewId();
            Team.Expect(CreateTask.Create(ada, team, id, order));
            Team.Expect(
                ada.Send("PUT", $"/api/tasks/{id}/assignees/{people[order % people.Count]}", """{"state":"doing"}"""));
            Team.Expect(ada.Send("PUT", $"/api/tasks/{id}/labels/{label}", ""));
            Team.Expect(ada.Send("POST", $"/api/tasks/{id}/checklist",
                $$"""{"id":"{{Team.NewId()}}","text":"Ask the translators","orderKey":"c000"}"""));
        }

        var seen = Load.Run(1, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6),
            _ => Team.Expect(ada.Get($"/api/spaces/{team.SpaceId}/snapshot")));
        var bytes = ada.Get($"/api/spaces/{team.SpaceId}/snapshot").Body.Length;
        report.Says($"open-board: snapshot of {Tasks} tasks, each with an assignee, a label and a step, {bytes / 1024} KiB uncompressed, no If-None-Match; 6 s after a warm-up of 3 s, one client");
        report.AtMost("open-board.p50", seen.Latencies.Milliseconds(0.5), "ms", 8);
        report.AtMost("open-board.p99", seen.Latencies.Milliseconds(0.99), "ms", 40);
    }
}
