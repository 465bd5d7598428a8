namespace Baton.Bench.Benches;

public static class MoveTask
{
    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(Writes.Crowd, server);
        var tasks = Enumerable.Range(0, Writes.Crowd).Select(_ => Team.NewId()).ToList();
        using var ada = team.Connect();
        for (var order = 0; order < tasks.Count; order++)
        {
            Team.Expect(CreateTask.Create(ada, team, tasks[order], order));
        }

        // Each client moves a card of its own to and fro: every request is a change, none a repeat.
        var moves = new int[tasks.Count];
        Writes.Measure(report, "move-task", team, (wire, client) => wire.Send("PUT", $"/api/tasks/{tasks[client]}/position", $$"""
            {"listId":"{{team.ListIds[moves[client] % 2]}}","orderKey":"{{CreateTask.OrderKey(100 + moves[client]++)}}"}
            """));
    }
}
