using System.Text.Json;
using Baton.Server.Kernel.Text;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class SpreadTasksTests
{
    [Fact]
    public async Task Long_keys_become_short_and_the_order_stays_for_everybody()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var keys = new[] { "a0", $"a0{new string('V', 45)}", $"a0{new string('V', 46)}", "a1" };
        var tasks = new List<Guid>();
        foreach (var key in keys)
        {
            tasks.Add((await board.Task(app.Ben, orderKey: key)).Id());
        }

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => app.RunJobs());

        var order = await Order(app);
        Assert.Equal(tasks, order.Select(t => t.Id()));
        Assert.All(order, task => Assert.InRange(task.Text("orderKey")!.Length, 1, OrderKey.Roomy));
        Assert.Equal(["a0", "a1"], [order[0].Text("orderKey"), order[^1].Text("orderKey")]);
        var version = await app.Ben.Version(app.Launch);
        Assert.Equal(0, await app.RunJobs());
        Assert.Equal(version, await app.Ben.Version(app.Launch));
    }

    [Fact]
    public async Task Any_number_of_drops_into_one_gap_finds_room()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        await board.Task(app.Ben, orderKey: "a0");
        var movers = new[] { (await board.Task(app.Ben, orderKey: "a1"))
            .Id(), (await board.Task(app.Ben, orderKey: "a2")).Id() };
        var latest = "a1";

        for (var drop = 0; drop < 500; drop++)
        {
            // Always right under the first: the narrowest way to drop.
            var key = OrderKey.Between("a0", latest);
            latest = (await app.Ben.Put($"/api/tasks/{movers[drop % 2]}/position",
                new { listId = board.ToDo, orderKey = key }).Body()).Text("orderKey")!;
            if (await app.RunJobs() > 0)
            {
                latest = (await Order(app))[1].Text("orderKey")!;
            }
        }

        Assert.Equal(movers[1], (await Order(app))[1].Id());
    }

    private static async Task<List<JsonElement>> Order(TestApp app) =>
    [
        .. (await app.Ben.Read($"/api/spaces/{app.Launch}/snapshot")).GetProperty("tasks").EnumerateArray()
            .OrderBy(t => t.Text("orderKey"), StringComparer.Ordinal),
    ];
}
