using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

/// <summary>Archiving and deleting, and the way back.</summary>
public sealed class PutAwayTests
{
    [Theory]
    [InlineData("archival", "archival")]
    [InlineData("", "restoration")]
    public async Task What_is_put_away_comes_back_as_it_was(string away, string back)
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = await board.TaskFor(app.Gus, app.Ben);
        await Board.Step(app.Ben, task.Id());
        var before = await app.Gus.Read($"/api/tasks/{task.Id()}");

        await Writes.Verify(app.Gus, app.Launch, () => away == "archival"
            ? app.Ben.Put($"/api/tasks/{task.Id()}/archival")
            : app.Ben.Delete($"/api/tasks/{task.Id()}"));
        Assert.Equal(0,
            (await app.Gus.Read($"/api/spaces/{app.Launch}/snapshot")).GetProperty("tasks").GetArrayLength());
        await Writes.Verify(app.Gus, app.Launch, () => back == "archival"
            ? app.Ben.Delete($"/api/tasks/{task.Id()}/archival")
            : app.Ben.Post($"/api/tasks/{task.Id()}/restoration"));

        Assert.Equal(before.GetRawText(), (await app.Gus.Read($"/api/tasks/{task.Id()}")).GetRawText());
    }

    [Fact]
    public async Task A_task_that_comes_back_while_others_change_it_is_the_same_for_all()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();

        for (var round = 0; round < 12; round++)
        {
            var now = round;
            await Transitions.VerifyTransition(app.Gus, app.Launch, () => Task.WhenAll(
                app.Ben.Delete($"/api/tasks/{task}"),
                app.Ada.Post($"/api/tasks/{task}/restoration"),
                app.Ada.Put($"/api/tasks/{task}/archival"),
                app.Mei.Delete($"/api/tasks/{task}/archival"),
                app.Mei.Patch($"/api/tasks/{task}", new { title = $"Title {now}" }),
                app.Mei.Put($"/api/tasks/{task}/watchers/{app.Mei.Id}"),
                app.Ben.Delete($"/api/tasks/{task}/watchers/{app.Mei.Id}")));
        }
    }

    [Fact]
    public async Task A_task_finished_long_ago_that_is_reopened_comes_back_to_every_board()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, listId: board.Done)).Id();
        app.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(0,
            (await app.Gus.Read($"/api/spaces/{app.Launch}/snapshot")).GetProperty("tasks").GetArrayLength());

        await Transitions.VerifyTransition(app.Gus, app.Launch, () =>
            app.Ben.Put($"/api/tasks/{task}/position", new { listId = board.Doing, orderKey = "a3" }).Body());

        Assert.Equal(1,
            (await app.Gus.Read($"/api/spaces/{app.Launch}/snapshot")).GetProperty("tasks").GetArrayLength());
    }

    [Fact]
    public async Task Mallory_finds_no_such_task_and_a_guest_puts_none_away()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.TaskFor(app.Gus, app.Ben)).Id();

        foreach (var (person,
            status, code) in new[] { (app.Mallory, 404, "task-not-found"), (app.Gus, 403, "right-missing") })
        {
            await person.Put($"/api/tasks/{task}/archival").Refused(status, code);
            await person.Delete($"/api/tasks/{task}/archival").Refused(status, code);
            await person.Delete($"/api/tasks/{task}").Refused(status, code);
            await person.Post($"/api/tasks/{task}/restoration").Refused(status, code);
        }
    }

    [Fact]
    public async Task A_deleted_task_is_not_archived()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        await app.Ben.Delete($"/api/tasks/{task}").Body();

        await app.Ben.Put($"/api/tasks/{task}/archival").Refused(409, "task-deleted");
        await app.Ben.Put($"/api/tasks/{task}/position", new { listId = board.Doing, orderKey = "a0" })
            .Refused(409, "task-deleted");
    }
}
