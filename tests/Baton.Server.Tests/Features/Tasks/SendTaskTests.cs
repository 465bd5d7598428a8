using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class SendTaskTests
{
    [Fact]
    public async Task A_task_moves_house_with_what_the_new_space_knows()
    {
        await using var app = await TestApp.Start();
        var here = await Board.Of(app.Ben, app.Launch);
        var there = await Elsewhere(app);
        var task = (await here.TaskFor(app.Gus, app.Ben)).Id();
        await app.Ben.Put($"/api/tasks/{task}/assignees/{app.Mei.Id}", new { state = "doing" }).Body();
        await app.Ben.Put($"/api/tasks/{task}/watchers/{app.Gus.Id}").Body();
        await Board.Step(app.Ben, task, ownerId: app.Gus.Id);
        var file = (await app.Ben.Upload(app.Launch, "Two pages."u8.ToArray(), "brief.txt").Body()).Id();
        await app.Ben.Put($"/api/tasks/{task}/attachments/{file}").Body();
        foreach (var (name, colour) in new[] { ("Bug", "red"), ("Only here", "violet") })
        {
            await app.Ben.Put($"/api/tasks/{task}/labels/{await here.Label(app.Ben, name, colour)}").Body();
        }

        var bug = await there.Label(app.Ben, "bug");
        var request = new { there.SpaceId, listId = there.Doing, orderKey = "a5" };
        await Transitions.VerifyTransition(app.Gus, app.Launch, () =>
            Transitions.VerifyTransition(app.Mei, there.SpaceId,
                () => app.Ben.Put($"/api/tasks/{task}/space", request).Body()));

        var moved = await app.Mei.Read($"/api/tasks/{task}");
        Assert.Equal((there.SpaceId, "OPS-1", there.Doing, "a5"),
            (moved.Id("spaceId"), moved.Text("key"), moved.Id("listId"), moved.Text("orderKey")));
        Assert.Equal($$"""[{"personId":"{{app.Mei.Id}}","state":"doing"}]""",
            moved.GetProperty("assignees").GetRawText());
        var labels = (await app.Mei.Read($"/api/spaces/{there.SpaceId}/snapshot"))
            .GetProperty("labels").EnumerateArray().ToList();
        Assert.Equal(["Only here", "bug"], labels.Select(l => l.Text("name")!).Order(StringComparer.Ordinal));
        Assert.Equal("violet", labels.Single(l => l.Id() != bug).Text("colour"));
        Assert.Equal(labels.Select(l => l.Id()).Order(),
            moved.GetProperty("labelIds").EnumerateArray().Select(l => l.GetGuid()).Order());
        Assert.Null(moved.GetProperty("checklist")[0].Text("ownerId"));
        Assert.Equal(0, moved.GetProperty("watcherIds").GetArrayLength());
        (await app.Mei.Get($"/api/attachments/{file}/content")).EnsureSuccessStatusCode();
        await app.Gus.Get($"/api/tasks/{task}").Refused(404, "task-not-found");
        await app.Gus.Get($"/api/attachments/{file}/content").Refused(404, "attachment-not-found");
        var again = await app.Ben.Put($"/api/tasks/{task}/space", request);
        Assert.True(again.IsSuccessStatusCode && !again.Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task There_and_back_it_carries_the_labels_it_had_even_an_archived_one()
    {
        await using var app = await TestApp.Start();
        var here = await Board.Of(app.Ben, app.Launch);
        var there = await Elsewhere(app);
        var task = (await here.Task(app.Ben)).Id();
        var (bug, old) = (await here.Label(app.Ben), await here.Label(app.Ben, "Old"));
        await app.Ben.Put($"/api/tasks/{task}/labels/{bug}").Body();
        await app.Ben.Put($"/api/tasks/{task}/labels/{old}").Body();
        await app.Ben.Put($"/api/labels/{old}/archival").Body();

        await app.Ben.Put($"/api/tasks/{task}/space", new { there.SpaceId, listId = there.Doing, orderKey = "a5" })
            .Body();
        var back = await app.Ben.Put($"/api/tasks/{task}/space",
            new { here.SpaceId, listId = here.ToDo, orderKey = "a0" }).Body();

        Assert.Equal(new[] { bug, old }.Order(),
            back.GetProperty("labelIds").EnumerateArray().Select(l => l.GetGuid()).Order());
    }

    [Fact]
    public async Task Where_there_is_no_room_for_another_label_it_goes_without()
    {
        await using var app = await TestApp.Start();
        var here = await Board.Of(app.Ben, app.Launch);
        var there = await Elsewhere(app);
        var task = (await here.Task(app.Ben)).Id();
        await app.Ben.Put($"/api/tasks/{task}/labels/{await here.Label(app.Ben)}").Body();
        for (var number = 0; number < 200; number++)
        {
            await there.Label(app.Ben, $"Label {number}");
        }

        var moved = await app.Ben.Put($"/api/tasks/{task}/space",
            new { there.SpaceId, listId = there.Doing, orderKey = "a5" }).Body();

        Assert.Equal(0, moved.GetProperty("labelIds").GetArrayLength());
    }

    [Fact]
    public async Task Its_comments_and_their_files_come_along()
    {
        await using var app = await TestApp.Start();
        var here = await Board.Of(app.Ben, app.Launch);
        var there = await Elsewhere(app);
        var task = (await here.Task(app.Ben)).Id();
        var file = (await app.Gus.Upload(app.Launch, "Two pages."u8.ToArray(), "brief.txt").Body()).Id();
        var comment = new { id = Guid.CreateVersion7(), body = "From the printer", attachmentIds = new[] { file } };
        await app.Gus.Post($"/api/tasks/{task}/messages", comment).Body();

        await app.Ben.Put($"/api/tasks/{task}/space", new { there.SpaceId, listId = there.Doing, orderKey = "a5" })
            .Body();

        var comments = await app.Mei.Read($"/api/tasks/{task}/messages");
        Assert.Equal(("From the printer", there.SpaceId),
            (comments.Words(), comments.GetProperty("items")[0].Id("spaceId")));
        Assert.Equal(1, (await app.Mei.Read($"/api/tasks/{task}")).GetProperty("commentCount").GetInt32());
        (await app.Mei.Get($"/api/attachments/{file}/content")).EnsureSuccessStatusCode();
        await app.Gus.Get($"/api/messages/{comment.id}").Refused(404, "message-not-found");
        await app.Gus.Get($"/api/attachments/{file}/content").Refused(404, "attachment-not-found");
    }

    [Fact]
    public async Task It_goes_only_where_I_may_make_tasks()
    {
        await using var app = await TestApp.Start();
        var here = await Board.Of(app.Ben, app.Launch);
        var there = await Elsewhere(app);
        var task = (await here.TaskFor(app.Gus, app.Ben)).Id();
        var request = new { there.SpaceId, listId = there.Doing, orderKey = "a5" };

        await app.Ada.Put($"/api/tasks/{task}/space", request).Refused(404, "space-not-found");
        await app.Ben.Put($"/api/tasks/{task}/space", request with { listId = here.Doing })
            .Refused(404, "list-not-found");
        await app.Gus.Put($"/api/tasks/{task}/space", request).Refused(403, "right-missing");
        await app.Mallory.Put($"/api/tasks/{task}/space", request).Refused(404, "task-not-found");
        await app.Ben.Delete($"/api/tasks/{task}").Body();
        await app.Ben.Put($"/api/tasks/{task}/space", request).Refused(409, "task-deleted");
    }

    /// <summary>A space of Ben and Mei.</summary>
    internal static async Task<Board> Elsewhere(TestApp app)
    {
        var id = Guid.CreateVersion7();
        await app.Ben.Post("/api/spaces",
            new { id, kind = "group", name = "Operations", key = "OPS", personIds = new[] { app.Mei.Id } }).Body();
        return await Board.Of(app.Ben, id);
    }
}
