using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Sync;

/// <summary>
/// Nia joined Launch without what was before: a message with its thread, a topic, a task. Every way by which something
/// of them could still come to her is tried here.
/// </summary>
public sealed class HiddenHistoryTests
{
    [Fact]
    public async Task What_becomes_of_older_things_is_told_as_a_version_and_nothing_else()
    {
        await using var app = await TestApp.Start();
        var past = await Past.Make(app);
        var nia = await app.Newcomer(app.Launch);
        await using var feed = await Feed.Open(nia);
        await feed.Next("hello");
        var replica = await Transitions.Snapshot(nia, app.Launch);

        foreach (var (what, write) in past.Writes(app))
        {
            var before = await nia.Version(app.Launch);
            var answer = await write();
            Assert.True(answer.IsSuccessStatusCode,
                $"{what}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            var version = await nia.Version(app.Launch);
            Assert.True(version > before, $"{what} announced nothing.");

            for (var next = before + 1; next <= version; next++)
            {
                AssertWithheld(what, await feed.Next("change"), next);
            }

            Assert.All(await nia.Changes(app.Launch, before), change => AssertWithheld(what, change));
            var caught = await nia.Post("/api/changes",
                new { spaces = new[] { new { id = app.Launch, after = before } } }).Body();
            Assert.All(caught.GetProperty("spaces")[0].GetProperty("changes").EnumerateArray(),
                change => AssertWithheld(what, change));
        }

        Assert.Empty((await nia.Read($"/api/spaces/{app.Launch}/activity")).GetProperty("items").EnumerateArray());
        await Transitions.CatchUp(replica, nia, app.Launch);
        Transitions.VerifySame(await Transitions.Snapshot(nia, app.Launch), replica);
    }

    [Fact]
    public async Task A_feed_that_resumes_is_told_no_more()
    {
        await using var app = await TestApp.Start();
        var past = await Past.Make(app);
        var nia = await app.Newcomer(app.Launch);
        string last;
        await using (var feed = await Feed.Open(nia))
        {
            await feed.Next("hello");
            await app.Ben.Said(app.Launch, "Welcome");
            await feed.Next("change");
            last = feed.LastEventId!;
        }

        await app.Ben.Patch($"/api/messages/{past.Message}", new { body = "Between us, still" }).Body();

        await using var resumed = await Feed.Open(nia, last);
        await resumed.Next("hello");
        AssertWithheld("resumed", await resumed.Next("change"));
    }

    [Fact]
    public async Task Who_is_taken_in_while_listening_is_told_no_more()
    {
        await using var app = await TestApp.Start();
        var direct = (await app.Ben.Post("/api/spaces",
            new { id = Guid.CreateVersion7(), kind = "direct", personIds = new[] { app.Mei.Id } }).Body()).Id();
        var message = await app.Ben.Said(direct, "Between us");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var feed = await Feed.Open(app.Ada);
        await feed.Next("hello");

        await app.Ben.Post($"/api/spaces/{direct}/conversion",
            new { name = "Press kit", history = "none", personIds = new[] { app.Ada.Id } }).Body();
        while ((await feed.Next("change")).Text("kind") != "space.joined")
        {
            // Her own space hears of it after the new one.
        }

        await app.Ben.Patch($"/api/messages/{message}", new { body = "Between us, still" }).Body();

        var change = await feed.Next("change");
        AssertWithheld("edited", change);
        Assert.Equal(direct, change.Id("spaceId"));
    }

    [Fact]
    public async Task No_door_opens_to_what_is_older()
    {
        await using var app = await TestApp.Start();
        var past = await Past.Make(app);
        var nia = await app.Newcomer(app.Launch);

        foreach (var (path, code) in past.Reads())
        {
            Assert.True((await app.Ben.Get(path)).IsSuccessStatusCode, $"Ben reads {path}");
            await nia.Get(path).Refused(404, code);
        }

        foreach (var (_, write) in past.Writes(app, nia))
        {
            var answer = await write();
            Assert.True(answer.StatusCode == System.Net.HttpStatusCode.NotFound,
                $"{answer.RequestMessage}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task No_list_holds_what_is_older()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Put($"/api/tasks/{(await Another(app)).Id()}/archival").Body();
        await app.Ben.Delete($"/api/tasks/{(await Another(app)).Id()}").Body();
        var board = await Board.Of(app.Ben, app.Launch);
        await app.Ben.Put($"/api/tasks/{(await Another(app)).Id()}/position",
            new { listId = board.Done, orderKey = "a0" }).Body();
        await Past.Make(app);
        var nia = await app.Newcomer(app.Launch);
        var seen = (await board.Task(app.Ben, "Since she came")).Id();

        foreach (var state in (string[])["open", "done", "archived", "deleted"])
        {
            Assert.NotEmpty(Items(await app.Ben.Read($"/api/spaces/{app.Launch}/tasks?state={state}")));
            Assert.DoesNotContain(Items(await nia.Read($"/api/spaces/{app.Launch}/tasks?state={state}")),
                task => task.Id() != seen);
        }

        Assert.Empty(Items(await nia.Read($"/api/spaces/{app.Launch}/topics?text=headline")));
        Assert.Empty(Items(await nia.Read($"/api/spaces/{app.Launch}/messages")));
        var snapshot = await nia.Read($"/api/spaces/{app.Launch}/snapshot");
        Assert.Equal(seen, Assert.Single(snapshot.GetProperty("tasks").EnumerateArray()).Id());
        Assert.Empty(snapshot.GetProperty("messages").EnumerateArray());
        Assert.Empty(snapshot.GetProperty("topics").EnumerateArray());
    }

    [Fact]
    public async Task Nobody_is_put_on_a_task_that_is_hidden_from_them()
    {
        await using var app = await TestApp.Start();
        var past = await Past.Make(app);
        var nia = await app.Newcomer(app.Launch);

        await app.Ben.Put($"/api/tasks/{past.Task}/assignees/{nia.Id}", new { state = "none" })
            .Refused(409, "task-hidden");
        await app.Ben.Put($"/api/tasks/{past.Task}/watchers/{nia.Id}").Refused(409, "task-hidden");
        await app.Ben.Patch($"/api/tasks/{past.Task}/checklist/{past.Step}", new { ownerId = nia.Id })
            .Refused(409, "task-hidden");

        var copy = (await app.Ben.Post($"/api/tasks/{past.Task}/copies",
            new { id = Guid.CreateVersion7(), listId = past.List, orderKey = "a1" }).Body()).Id();
        await app.Ben.Put($"/api/tasks/{copy}/assignees/{nia.Id}", new { state = "none" }).Body();
        Assert.Equal(copy, (await nia.Read($"/api/tasks/{copy}")).Id());
    }

    [Fact]
    public async Task A_topic_of_hers_ends_in_no_task_that_is_hidden_from_her()
    {
        await using var app = await TestApp.Start();
        var past = await Past.Make(app);
        var nia = await app.Newcomer(app.Launch);
        var topic = await nia.Opened(app.Launch, "What next?");

        await nia.Put($"/api/topics/{topic}/closure", new { outcome = "tasks", taskIds = new[] { past.Task } })
            .Refused(404, "task-not-found");
    }

    [Fact]
    public async Task A_task_that_came_from_elsewhere_since_is_seen_whole()
    {
        await using var app = await TestApp.Start();
        var own = await Board.Of(app.Ben, app.Ben.PersonalSpaceId);
        var task = (await own.Task(app.Ben, "Bring the prints")).Id();
        var file = (await app.Ben.Upload(own.SpaceId, "Tomorrow"u8.ToArray(), "plan.txt").Body()).Id();
        await app.Ben.Post($"/api/tasks/{task}/messages",
            new { id = Guid.CreateVersion7(), body = "They are ready", attachmentIds = new[] { file } }).Body();
        app.Clock.Advance(TimeSpan.FromHours(1));
        var nia = await app.Newcomer(app.Launch);
        var board = await Board.Of(app.Ben, app.Launch);

        await Transitions.VerifyTransition(nia, app.Launch, () =>
            app.Ben.Put($"/api/tasks/{task}/space", new { spaceId = app.Launch, listId = board.ToDo, orderKey = "a0" })
                .Body());

        Assert.Equal("Bring the prints", (await nia.Read($"/api/tasks/{task}")).Text("title"));
        Assert.Equal("They are ready", (await nia.Read($"/api/tasks/{task}/messages")).Words());
        Assert.Equal("Tomorrow", await nia.Browser.GetStringAsync($"/api/attachments/{file}/content"));
    }

    private static async Task<JsonElement> Another(TestApp app) =>
        await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben, "Before she came");

    private static JsonElement.ArrayEnumerator Items(JsonElement page) => page.GetProperty("items").EnumerateArray();

    private static void AssertWithheld(string what, JsonElement change, long? version = null)
    {
        Assert.True(change.Text("kind") == "change.withheld", $"{what}: {change}");
        Assert.Equal(version ?? change.GetProperty("version").GetInt64(), change.GetProperty("version").GetInt64());
        Assert.Equal(change.Id("spaceId"), change.Id("itemId"));
        Assert.Equal(JsonValueKind.Null, change.GetProperty("actorId").ValueKind);
        Assert.Equal("{}", change.GetProperty("payload").GetRawText());
    }
}
