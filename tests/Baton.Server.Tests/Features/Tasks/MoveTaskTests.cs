using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class MoveTaskTests
{
    [Fact]
    public async Task A_move_into_a_done_list_completes_and_out_of_it_opens_again()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = await board.Task(app.Ben);

        var done = await app.Ben.Put($"/api/tasks/{task.Id()}/position", new { listId = board.Done, orderKey = "a1" })
            .Body();
        app.Clock.Advance(TimeSpan.FromHours(1));
        var reordered = await app.Ben.Put($"/api/tasks/{task.Id()}/position",
            new { listId = board.Done, orderKey = "a2" }).Body();
        var open = await app.Ben.Put($"/api/tasks/{task.Id()}/position", new { listId = board.Doing, orderKey = "a0" })
            .Body();

        Assert.Equal("2026-11-23T09:00:00.000Z", done.Text("completedAt"));
        Assert.Equal(("2026-11-23T09:00:00.000Z", "a2"), (reordered.Text("completedAt"), reordered.Text("orderKey")));
        Assert.Null(open.Text("completedAt"));
    }

    [Fact]
    public async Task Everyone_in_the_space_sees_it_move()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = await board.Task(app.Ben);

        await Transitions.VerifyTransition(app.Gus, app.Launch, () =>
            app.Ben.Put($"/api/tasks/{task.Id()}/position", new { listId = board.Done, orderKey = "a1" }).Body());
    }

    [Fact]
    public async Task Many_who_move_the_same_tasks_at_once_see_the_same_board_in_the_end()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var tasks = new[] { await board.Task(app.Ben), await board.Task(app.Ben) };
        Guid[] lists = [board.ToDo, board.Doing, board.Done];
        var people = new[] { app.Ada, app.Ben, app.Mei };
        var random = new Random(1);

        for (var round = 0; round < 25; round++)
        {
            var moves = people.SelectMany(person => tasks.Select(task => (person, id: task.Id(),
                to: new { listId = lists[random.Next(3)], orderKey = $"a{random.Next(4)}" }))).ToList();
            await Transitions.VerifyTransition(app.Gus, app.Launch, () =>
                Task.WhenAll(moves.Select(m => m.person.Put($"/api/tasks/{m.id}/position", m.to).Body())));
        }
    }

    [Fact]
    public async Task A_move_to_where_it_is_announces_nothing()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = await board.Task(app.Ben);

        await app.Ben.Put($"/api/tasks/{task.Id()}/position", new { listId = board.Doing, orderKey = "a1" }).Body();
        var again = await app.Ben.Put($"/api/tasks/{task.Id()}/position",
            new { listId = board.Doing, orderKey = "a1" });

        Assert.True(again.IsSuccessStatusCode);
        Assert.False(again.Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task Mallory_finds_no_such_task()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = await board.Task(app.Ben);

        await app.Mallory.Put($"/api/tasks/{task.Id()}/position", new { listId = board.Doing, orderKey = "a1" })
            .Refused(404, "task-not-found");
        await app.Mallory.Get($"/api/tasks/{task.Id()}").Refused(404, "task-not-found");
    }

    [Fact]
    public async Task A_guest_moves_only_what_is_assigned_to_them()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var theirs = await board.Task(app.Ben);
        var mine = await app.Ben.Post($"/api/spaces/{app.Launch}/tasks", new
        {
            id = Guid.CreateVersion7(),
            listId = board.ToDo,
            orderKey = "a1",
            title = "Photos",
            assigneeIds = new[] { app.Gus.Id },
        }).Body();

        await app.Gus.Put($"/api/tasks/{theirs.Id()}/position", new { listId = board.Doing, orderKey = "a1" })
            .Refused(403, "right-missing");
        await app.Gus.Put($"/api/tasks/{mine.Id()}/position", new { listId = board.Doing, orderKey = "a1" }).Body();
    }

    [Fact]
    public async Task It_moves_only_to_open_lists_of_its_space()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var elsewhere = await Board.Of(app.Ben, app.Ben.PersonalSpaceId);
        var task = await board.Task(app.Ben);
        await app.Ben.Put($"/api/lists/{board.Doing}/archival").Body();

        await app.Ben.Put($"/api/tasks/{task.Id()}/position", new { listId = board.Doing, orderKey = "a1" })
            .Refused(409, "list-archived");
        await app.Ben.Put($"/api/tasks/{task.Id()}/position", new { listId = elsewhere.ToDo, orderKey = "a1" })
            .Refused(404, "list-not-found");
        await app.Ben.Put($"/api/tasks/{task.Id()}/position", new { listId = board.Done, orderKey = "a10" })
            .Refused(400, "invalid", "orderKey");
    }
}
