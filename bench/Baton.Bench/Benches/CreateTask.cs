namespace Baton.Bench.Benches;

public static class CreateTask
{
    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(Writes.Crowd, server);
        Writes.Measure(report, "create-task", team, (wire, _) => Create(wire, team, Team.NewId(), 0));
    }

    /// <summary>
    /// Order keys grow with <paramref name="order"/>; equal ones are allowed and fall back to the id.
    /// </summary>
    public static Answer Create(Wire wire, Team team, string id, int order) =>
        wire.Send("POST", $"/api/spaces/{team.SpaceId}/tasks", $$"""
            {"id":"{{id}}","listId":"{{team.ListIds[order % 2]}}","orderKey":"{{OrderKey(order)}}","title":"Rewrite the second headline","description":"It should say what the product **does**."}
            """);

    /// <summary>A fractional index of the integer family <c>c</c>: four base-62 digits.</summary>
    public static string OrderKey(int order)
    {
        const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        return string.Create(4, order, (key, number) =>
        {
            key[0] = 'c';
            for (var at = 3; at > 0; at--)
            {
                key[at] = Digits[number % 62];
                number /= 62;
            }
        });
    }
}
