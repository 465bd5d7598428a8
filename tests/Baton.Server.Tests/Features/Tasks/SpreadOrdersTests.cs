using System.Text.Json;
using Baton.Server.Kernel.Text;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

/// <summary>What else stands in an order gets shorter keys as tasks do (<see cref="SpreadTasksTests"/>).</summary>
public sealed class SpreadOrdersTests
{
    private static readonly string[] Keys = ["a0", $"a0{new string('V', 45)}", $"a0{new string('V', 46)}", "a1"];

    [Fact]
    public async Task Lists_of_a_board()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        foreach (var list in new[] { board.ToDo, board.Doing, board.Done })
        {
            await app.Ben.Put($"/api/lists/{list}/archival").Body();
        }

        var made = new List<Guid>();
        foreach (var orderKey in Keys)
        {
            made.Add((await app.Ben.Post($"/api/spaces/{app.Launch}/lists",
                new { id = Guid.CreateVersion7(), name = orderKey[..2], orderKey }).Body()).Id());
        }

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => app.RunJobs());

        VerifySpread(made, (await app.Ben.Read($"/api/spaces/{app.Launch}/snapshot"))
            .GetProperty("lists").EnumerateArray().Where(l => made.Contains(l.Id())));
        await app.Ben.Patch($"/api/lists/{made[0]}", new { orderKey = Keys[1] }).Body();
        await app.RunJobs();
        var moved = (await app.Ben.Read($"/api/spaces/{app.Launch}/snapshot")).GetProperty("lists").EnumerateArray();
        Assert.All(moved, list => Assert.InRange(list.Text("orderKey")!.Length, 1, OrderKey.Roomy));
    }

    [Fact]
    public async Task Steps_of_a_task()
    {
        await using var app = await TestApp.Start();
        var task = (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id();
        var made = new List<Guid>();
        foreach (var orderKey in Keys)
        {
            made.Add(Guid.CreateVersion7());
            await app.Ben.Post($"/api/tasks/{task}/checklist",
                new { id = made[^1], text = "Ask the printer", orderKey }).Body();
        }

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => app.RunJobs());

        VerifySpread(made, (await app.Ben.Read($"/api/tasks/{task}")).GetProperty("checklist").EnumerateArray());
        await app.Ben.Patch($"/api/tasks/{task}/checklist/{made[0]}", new { orderKey = Keys[1] }).Body();
        await app.RunJobs();
        var moved = (await app.Ben.Read($"/api/tasks/{task}")).GetProperty("checklist").EnumerateArray();
        Assert.All(moved, step => Assert.InRange(step.Text("orderKey")!.Length, 1, OrderKey.Roomy));
    }

    [Fact]
    public async Task My_pins()
    {
        await using var app = await TestApp.Start();
        var pinned = new List<Guid>();
        foreach (var orderKey in Keys)
        {
            pinned.Add((await app.Ben.Post("/api/spaces",
                new { id = Guid.CreateVersion7(), kind = "group", name = "Press kit" }).Body()).Id());
            await app.Ben.Put($"/api/spaces/{pinned[^1]}/pin", new { orderKey }).Body();
        }

        await app.RunJobs();

        VerifySpread(pinned, (await app.Ben.Read("/api/spaces"))
            .EnumerateArray().Where(s => s.Text("pin") is not null), "pin");
        Assert.Equal("space.pinned", (await app.Ben.Kinds(app.Ben.PersonalSpaceId))[^1]);
        var version = await app.Ben.Version(app.Ben.PersonalSpaceId);
        await app.RunJobs();
        Assert.Equal(version, await app.Ben.Version(app.Ben.PersonalSpaceId));
    }

    private static void VerifySpread(IReadOnlyList<Guid> ids, IEnumerable<JsonElement> items, string key = "orderKey")
    {
        var order = items.OrderBy(i => i.Text(key), StringComparer.Ordinal).ToList();
        Assert.Equal(ids, order.Select(i => i.Id()));
        Assert.All(order, item => Assert.InRange(item.Text(key)!.Length, 1, OrderKey.Roomy));
        Assert.Equal((Keys[0], Keys[^1]), (order[0].Text(key), order[^1].Text(key)));
    }
}
