using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks.Checklists;

public sealed class ChecklistTests
{
    [Fact]
    public async Task A_step_is_added_changed_and_removed()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var id = Guid.CreateVersion7();
        var request = new { id, text = "Ask the printer", orderKey = "a0", ownerId = app.Mei.Id, due = "2026-11-30" };

        await Writes.Verify(app.Gus, app.Launch, () => app.Ben.Post($"/api/tasks/{task}/checklist", request));
        var changed = await Writes.Verify(app.Gus, app.Launch, () => app.Ben.Patch($"/api/tasks/{task}/checklist/{id}", new
        {
            text = "Ask both printers",
            ownerId = (Guid?)null,
            due = (string?)null,
            done = true,
            orderKey = "a1",
        }));
        await app.Ben.Post($"/api/tasks/{task}/checklist", request with { text = "Other" }).Refused(409, "id-taken");
        var removed = await Writes.Verify(app.Gus, app.Launch,
            () => app.Ben.Delete($"/api/tasks/{task}/checklist/{id}"));

        Assert.Equal(
            $$"""[{"id":"{{id}}","text":"Ask both printers","ownerId":null,"due":null,"done":true,"orderKey":"a1"}]""",
            changed.GetProperty("checklist").GetRawText());
        Assert.Equal(0, removed.GetProperty("checklist").GetArrayLength());
        var history = (await app.Gus.Read($"/api/tasks/{task}/history")).GetProperty("items");
        Assert.Equal("Ask both printers", history[0].GetProperty("payload").GetProperty("before").Text("text"));
        Assert.Equal("Ask the printer", history[1].GetProperty("payload").GetProperty("before").Text("text"));
    }

    [Fact]
    public async Task Steps_come_in_their_order()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        foreach (var orderKey in new[] { "a1", "Zz", "a0V", "a0" })
        {
            await app.Ben.Post($"/api/tasks/{task}/checklist",
                new { id = Guid.CreateVersion7(), text = orderKey, orderKey }).Body();
        }

        var steps = (await app.Gus.Read($"/api/tasks/{task}"))
            .GetProperty("checklist").EnumerateArray().Select(i => i.Text("text"));

        Assert.Equal("Zz a0 a0V a1", string.Join(' ', steps));
    }

    [Fact]
    public async Task People_who_change_different_fields_of_a_step_at_once_all_get_their_way()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var item = await Board.Step(app.Ben, task);

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => Task.WhenAll(
            app.Ada.Patch($"/api/tasks/{task}/checklist/{item}", new { text = "Ask again" }).Body(),
            app.Ben.Patch($"/api/tasks/{task}/checklist/{item}", new { done = true }).Body(),
            app.Mei.Patch($"/api/tasks/{task}/checklist/{item}", new { ownerId = app.Mei.Id }).Body()));

        var step = (await app.Gus.Read($"/api/tasks/{task}")).GetProperty("checklist")[0];
        Assert.Equal(("Ask again", true, app.Mei.Id),
            (step.Text("text"), step.GetProperty("done").GetBoolean(), step.Id("ownerId")));
    }

    [Fact]
    public async Task A_guest_checks_off_steps_of_their_task_and_no_more()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var (task, other) = ((await board.TaskFor(app.Gus, app.Ben)).Id(), (await board.Task(app.Ben)).Id());
        var (item, others) = (await Board.Step(app.Ben, task), await Board.Step(app.Ben, other));

        await Writes.Verify(app.Mei, app.Launch,
            () => app.Gus.Patch($"/api/tasks/{task}/checklist/{item}", new { done = true }));
        await app.Gus.Patch($"/api/tasks/{task}/checklist/{item}", new { done = false, text = "Easier" })
            .Refused(403, "right-missing");
        await app.Gus.Patch($"/api/tasks/{other}/checklist/{others}", new { done = true })
            .Refused(403, "right-missing");
        await app.Gus.Post($"/api/tasks/{task}/checklist",
            new { id = Guid.CreateVersion7(), text = "More", orderKey = "a1" }).Refused(403, "right-missing");
        await app.Gus.Delete($"/api/tasks/{task}/checklist/{item}").Refused(403, "right-missing");
        await app.Gus.Post($"/api/tasks/{task}/checklist/{item}/promotion",
            new { id = Guid.CreateVersion7(), listId = board.ToDo, orderKey = "a1" })
            .Refused(403, "right-missing");
    }

    [Fact]
    public async Task A_guest_checks_off_the_step_that_is_theirs_on_anybodys_task()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var (item, others) = (await Board.Step(app.Ben, task, ownerId: app.Gus.Id),
            await Board.Step(app.Ben, task, ownerId: app.Mei.Id));

        await Writes.Verify(app.Mei, app.Launch,
            () => app.Gus.Patch($"/api/tasks/{task}/checklist/{item}", new { done = true }));
        await app.Gus.Patch($"/api/tasks/{task}/checklist/{item}", new { text = "Easier" })
            .Refused(403, "right-missing");
        await app.Gus.Patch($"/api/tasks/{task}/checklist/{others}", new { done = true }).Refused(403, "right-missing");
    }

    [Fact]
    public async Task Mallory_finds_no_such_task()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var item = await Board.Step(app.Ben, task);

        await app.Mallory.Post($"/api/tasks/{task}/checklist",
            new { id = Guid.CreateVersion7(), text = "Mine", orderKey = "a1" }).Refused(404, "task-not-found");
        await app.Mallory.Patch($"/api/tasks/{task}/checklist/{item}", new { done = true })
            .Refused(404, "task-not-found");
        await app.Mallory.Delete($"/api/tasks/{task}/checklist/{item}").Refused(404, "task-not-found");
        await app.Mallory.Post($"/api/tasks/{task}/checklist/{item}/promotion",
            new { id = Guid.CreateVersion7(), listId = board.ToDo, orderKey = "a1" })
            .Refused(404, "task-not-found");
    }

    [Fact]
    public async Task A_step_becomes_a_task()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var item = await Board.Step(app.Ben, task, ownerId: app.Mei.Id, due: "2026-11-30");
        var request = new { id = Guid.CreateVersion7(), listId = board.Doing, orderKey = "a1" };

        var promoted = await Writes.Verify(app.Gus, app.Launch,
            () => app.Ben.Post($"/api/tasks/{task}/checklist/{item}/promotion", request));

        Assert.Equal((request.id, "Ask the printer", board.Doing),
            (promoted.Id(), promoted.Text("title"), promoted.Id("listId")));
        Assert.Equal("2026-11-30", promoted.GetProperty("due").Text("date"));
        Assert.Equal(app.Mei.Id, promoted.GetProperty("assignees")[0].Id("personId"));
        Assert.Equal(0, (await app.Gus.Read($"/api/tasks/{task}")).GetProperty("checklist").GetArrayLength());
        await app.Ben.Post($"/api/tasks/{task}/checklist/{item}/promotion", request with { id = Guid.CreateVersion7() })
            .Refused(404, "checklist-item-not-found");
    }

    [Fact]
    public async Task A_checklist_has_up_to_two_hundred_steps()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        for (var i = 0; i < 200; i++)
        {
            await Board.Step(app.Ben, task);
        }

        await app.Ben.Post($"/api/tasks/{task}/checklist",
            new { id = Guid.CreateVersion7(), text = "One more", orderKey = "a1" }).Refused(409, "checklist-full");
    }

    [Theory]
    [InlineData("""{"text":" "}""", "text")]
    [InlineData("""{"due":"2026-11-31"}""", "due")]
    [InlineData("""{"due":"2026-11-30T10:00"}""", "due")]
    [InlineData("""{"done":null}""", "done")]
    [InlineData("""{"orderKey":"a00"}""", "orderKey")]
    [InlineData("""{"ownerId":"Mei"}""", "ownerId")]
    public async Task A_bad_change_names_the_field(string body, string field)
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var item = await Board.Step(app.Ben, task);

        await app.Ben.Browser.PatchAsync($"/api/tasks/{task}/checklist/{item}",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"))
            .Refused(400, "invalid", field);
        await app.Ben.Patch($"/api/tasks/{task}/checklist/{item}", new { ownerId = app.Mallory.Id })
            .Refused(404, "person-not-found");
    }
}
