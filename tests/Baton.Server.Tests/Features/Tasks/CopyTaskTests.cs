using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class CopyTaskTests
{
    [Fact]
    public async Task A_copy_has_the_same_work_and_nothing_of_it_begun()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.TaskFor(app.Gus, app.Ben)).Id();
        var item = await Board.Step(app.Ben, task, ownerId: app.Mei.Id, due: "2026-11-30");
        var file = (await app.Ben.Upload(app.Launch, "Two pages."u8.ToArray(), "brief.txt").Body()).Id();
        await app.Ben.Put($"/api/tasks/{task}/labels/{await board.Label(app.Ben)}").Body();
        await app.Ben.Put($"/api/tasks/{task}/attachments/{file}").Body();
        await app.Gus.Put($"/api/tasks/{task}/assignees/{app.Gus.Id}", new { state = "done" }).Body();
        await app.Gus.Patch($"/api/tasks/{task}/checklist/{item}", new { done = true }).Body();
        await app.Ben.Put($"/api/tasks/{task}/watchers/{app.Ben.Id}").Body();
        await app.Ben.Patch($"/api/tasks/{task}",
            new { description = "**All** of it", due = new { date = "2026-11-27" }, priority = "low" }).Body();
        var request = new { id = Guid.CreateVersion7(), listId = board.Doing, orderKey = "a5" };

        var copy = await Writes.Verify(app.Gus, app.Launch, () => app.Mei.Post($"/api/tasks/{task}/copies", request));

        Assert.Equal(("WEB-2", "Choose the photos", "**All** of it", "low"),
            (copy.Text("key"), copy.Text("title"), copy.Text("description"), copy.Text("priority")));
        Assert.Equal((board.Doing, "a5", app.Mei.Id), (copy.Id("listId"), copy.Text("orderKey"), copy.Id("createdBy")));
        Assert.Equal($$"""[{"personId":"{{app.Gus.Id}}","state":"none"}]""",
            copy.GetProperty("assignees").GetRawText());
        var step = copy.GetProperty("checklist")[0];
        Assert.Equal(("Ask the printer", "2026-11-30", false),
            (step.Text("text"), step.Text("due"), step.GetProperty("done").GetBoolean()));
        Assert.NotEqual(item, step.Id());
        Assert.Equal(0, copy.GetProperty("watcherIds").GetArrayLength());
        Assert.NotEqual(file, copy.GetProperty("attachments")[0].Id());
        (await app.Gus.Get(copy.GetProperty("attachments")[0].Text("url")!)).EnsureSuccessStatusCode();
        await app.Mei.Post($"/api/tasks/{task}/copies", request with { orderKey = "a6" }).Refused(409, "id-taken");
    }

    [Fact]
    public async Task Who_has_left_the_space_is_not_given_the_copy()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.TaskFor(app.Mei, app.Ben)).Id();
        await Board.Step(app.Ben, task, ownerId: app.Mei.Id, due: "2026-11-30");
        await app.Mei.Delete($"/api/spaces/{app.Launch}/members/{app.Mei.Id}").Body();

        var copy = await app.Ben.Post($"/api/tasks/{task}/copies",
            new { id = Guid.CreateVersion7(), listId = board.Doing, orderKey = "a5" }).Body();

        Assert.Equal("[]", copy.GetProperty("assignees").GetRawText());
        Assert.Null(copy.GetProperty("checklist")[0].Text("ownerId"));
    }

    [Fact]
    public async Task Mallory_copies_nothing_nor_does_a_guest()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.TaskFor(app.Gus, app.Ben)).Id();
        var request = new { id = Guid.CreateVersion7(), listId = board.Doing, orderKey = "a5" };

        await app.Mallory.Post($"/api/tasks/{task}/copies", request).Refused(404, "task-not-found");
        await app.Gus.Post($"/api/tasks/{task}/copies", request).Refused(403, "right-missing");
        await app.Ben.Delete($"/api/tasks/{task}").Body();
        await app.Ben.Post($"/api/tasks/{task}/copies", request).Refused(409, "task-deleted");
    }
}
