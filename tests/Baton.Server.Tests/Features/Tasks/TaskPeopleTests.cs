using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class TaskPeopleTests
{
    [Fact]
    public async Task Somebody_is_assigned_reports_progress_and_is_taken_off()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var path = $"/api/tasks/{task}/assignees/{app.Mei.Id}";

        await Writes.Verify(app.Gus, app.Launch, () => app.Ben.Put(path, new { state = "none" }));
        var blocked = await Writes.Verify(app.Gus, app.Launch, () => app.Mei.Put(path, new { state = "blocked" }));
        var off = await Writes.Verify(app.Gus, app.Launch, () => app.Ben.Delete(path));

        Assert.Equal("blocked", blocked.GetProperty("assignees")[0].Text("state"));
        Assert.Equal(0, off.GetProperty("assignees").GetArrayLength());
        var kinds = (await app.Gus.Read($"/api/tasks/{task}/history"))
            .GetProperty("items").EnumerateArray().Select(c => c.Text("kind"));
        Assert.Equal("task.unassigned task.progressed task.assigned task.created", string.Join(' ', kinds));
    }

    [Fact]
    public async Task Two_who_assign_the_same_person_at_once_assign_them_once()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => Task.WhenAll(
            app.Ben.Put($"/api/tasks/{task}/assignees/{app.Mei.Id}", new { state = "none" }).Body(),
            app.Ada.Put($"/api/tasks/{task}/assignees/{app.Mei.Id}", new { state = "doing" }).Body(),
            app.Ada.Put($"/api/tasks/{task}/assignees/{app.Ben.Id}", new { state = "none" }).Body()));

        Assert.Equal(2, (await app.Gus.Read($"/api/tasks/{task}")).GetProperty("assignees").GetArrayLength());
    }

    [Fact]
    public async Task Some_take_off_and_some_report_at_once_and_all_see_the_same_in_the_end()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, assigneeIds: app.Mei.Id)).Id();
        string[] states = ["doing", "done", "blocked"];

        for (var round = 0; round < 10; round++)
        {
            var state = states[round % 3];
            await Transitions.VerifyTransition(app.Gus, app.Launch, () => Task.WhenAll(
                app.Ben.Delete($"/api/tasks/{task}/assignees/{app.Mei.Id}").Body(),
                app.Mei.Put($"/api/tasks/{task}/assignees/{app.Mei.Id}", new { state }).Body()));
        }
    }

    [Fact]
    public async Task A_guest_reports_their_own_progress_only()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.TaskFor(app.Gus, app.Ben)).Id();
        var other = (await board.Task(app.Ben)).Id();
        await app.Ben.Put($"/api/tasks/{task}/assignees/{app.Mei.Id}", new { state = "none" }).Body();

        await Writes.Verify(app.Mei, app.Launch,
            () => app.Gus.Put($"/api/tasks/{task}/assignees/{app.Gus.Id}", new { state = "done" }));
        await app.Gus.Put($"/api/tasks/{task}/assignees/{app.Mei.Id}", new { state = "done" })
            .Refused(403, "right-missing");
        await app.Gus.Put($"/api/tasks/{task}/assignees/{app.Ada.Id}", new { state = "none" })
            .Refused(403, "right-missing");
        await app.Gus.Put($"/api/tasks/{other}/assignees/{app.Gus.Id}", new { state = "doing" })
            .Refused(403, "right-missing");
        await app.Gus.Delete($"/api/tasks/{task}/assignees/{app.Gus.Id}").Refused(403, "right-missing");
    }

    [Fact]
    public async Task Somebody_watches_and_stops_watching()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();

        await Writes.Verify(app.Ben, app.Launch, () => app.Gus.Put($"/api/tasks/{task}/watchers/{app.Gus.Id}"));
        await Writes.Verify(app.Gus, app.Launch, () => app.Ben.Put($"/api/tasks/{task}/watchers/{app.Mei.Id}"));
        var left = await Writes.Verify(app.Ben, app.Launch,
            () => app.Gus.Delete($"/api/tasks/{task}/watchers/{app.Gus.Id}"));
        await app.Gus.Put($"/api/tasks/{task}/watchers/{app.Ada.Id}").Refused(403, "right-missing");
        await app.Gus.Delete($"/api/tasks/{task}/watchers/{app.Mei.Id}").Refused(403, "right-missing");

        Assert.Equal(app.Mei.Id, left.GetProperty("watcherIds")[0].GetGuid());
    }

    [Fact]
    public async Task Mallory_finds_no_such_task_and_is_no_such_person()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();

        foreach (var part in new[] { "assignees", "watchers" })
        {
            var body = part == "assignees" ? new { state = "none" } : null;
            await app.Mallory.Put($"/api/tasks/{task}/{part}/{app.Mallory.Id}", body).Refused(404, "task-not-found");
            await app.Mallory.Delete($"/api/tasks/{task}/{part}/{app.Mei.Id}").Refused(404, "task-not-found");
            await app.Ben.Put($"/api/tasks/{task}/{part}/{app.Mallory.Id}", body).Refused(404, "person-not-found");
        }
    }

    [Fact]
    public async Task A_deleted_task_takes_nobody_and_a_state_must_be_one()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();

        await app.Ben.Put($"/api/tasks/{task}/assignees/{app.Mei.Id}", new { state = "bored" })
            .Refused(400, "invalid", "state");
        await app.Ben.Put($"/api/tasks/{task}/assignees/{app.Mei.Id}", new { }).Refused(400, "invalid", "state");
        await app.Ben.Delete($"/api/tasks/{task}").Body();
        await app.Ben.Put($"/api/tasks/{task}/assignees/{app.Mei.Id}", new { state = "none" })
            .Refused(409, "task-deleted");
        await app.Ben.Put($"/api/tasks/{task}/watchers/{app.Ben.Id}").Refused(409, "task-deleted");
    }
}
