using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class CommentOnTaskTests
{
    [Fact]
    public async Task Everybody_reads_it_under_the_task_and_the_task_counts_it()
    {
        await using var app = await TestApp.Start();
        var task = await New(app);

        await Transitions.VerifyTransition(app.Ben, app.Launch, () => Comment(app.Gus, task, "Which *one*?").Body());

        var page = await app.Mei.Read($"/api/tasks/{task}/messages");
        Assert.Equal("Which *one*?", page.Words());
        Assert.Equal("task", page.GetProperty("items")[0].GetProperty("place").Text("kind"));
        Assert.Equal(1, (await app.Mei.Read($"/api/tasks/{task}")).GetProperty("commentCount").GetInt32());
        Assert.Equal("", (await app.Mei.Read($"/api/spaces/{app.Launch}/messages")).Words());
    }

    [Fact]
    public async Task Sending_it_twice_says_it_once()
    {
        await using var app = await TestApp.Start();
        var task = await New(app);
        var id = Guid.CreateVersion7();

        var both = await Task.WhenAll(Comment(app.Ben, task, "Once", id), Comment(app.Ben, task, "Once", id));

        Assert.All(both, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Equal(1, (await app.Mei.Read($"/api/tasks/{task}")).GetProperty("commentCount").GetInt32());
        await Comment(app.Ben, task, "Other words", id).Refused(409, "id-taken");
        await Comment(app.Mei, task, "Once", id).Refused(409, "id-taken");
    }

    [Fact]
    public async Task A_comment_does_not_undo_what_others_change_meanwhile()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();

        await Task.WhenAll(
            Comment(app.Mei, task, "1").Body(),
            app.Ben.Put($"/api/tasks/{task}/position", new { listId = board.Done, orderKey = "a5" }).Body(),
            Comment(app.Mei, task, "2").Body());

        var moved = await app.Ben.Read($"/api/tasks/{task}");
        Assert.Equal(board.Done, moved.Id("listId"));
        Assert.Equal(2, moved.GetProperty("commentCount").GetInt32());
    }

    [Fact]
    public async Task Comments_page_like_any_stream_and_quote_each_other()
    {
        await using var app = await TestApp.Start();
        var task = await New(app);
        var first = (await Comment(app.Ben, task, "1").Body()).Id();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.Mei.Post($"/api/tasks/{task}/messages",
            new { id = Guid.CreateVersion7(), body = "2", quoteId = first }).Body();

        var newest = await app.Gus.Read($"/api/tasks/{task}/messages?limit=1");

        Assert.Equal("1", newest.GetProperty("items")[0].GetProperty("quote").Text("excerpt"));
        Assert.Equal("1",
            (await app.Gus.Read($"/api/tasks/{task}/messages?limit=1&before={newest.Text("before")}")).Words());
        Assert.Equal("1 2", (await app.Gus.Read($"/api/tasks/{task}/messages?around={first}")).Words());
    }

    [Fact]
    public async Task A_deleted_task_is_silent()
    {
        await using var app = await TestApp.Start();
        var task = await New(app);
        await app.InDb(async db =>
        {
            (await db.Tasks.SingleAsync(t => t.Id == task)).Delete(app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        await Comment(app.Ben, task).Refused(409, "task-deleted");
    }

    [Fact]
    public async Task An_outsider_finds_no_task()
    {
        await using var app = await TestApp.Start();
        var task = await New(app);

        await Comment(app.Mallory, task).Refused(404, "task-not-found");
        await app.Mallory.Get($"/api/tasks/{task}/messages").Refused(404, "task-not-found");
        await Comment(app.Ben, Guid.CreateVersion7()).Refused(404, "task-not-found");
    }

    [Fact]
    public async Task A_bad_comment_names_the_field()
    {
        await using var app = await TestApp.Start();
        var task = await New(app);

        await Comment(app.Ben, task, "").Refused(400, "invalid", "body");
        await Comment(app.Ben, task, new string('x', 40_001)).Refused(400, "invalid", "body");
    }

    [Fact]
    public async Task Comments_and_their_files_follow_their_task_to_another_space()
    {
        await using var app = await TestApp.Start();
        var task = await New(app);
        var file = (await app.Ben.Upload(app.Launch, "Tomorrow"u8.ToArray(), "plan.txt").Body()).Id();
        var comment = await app.Ben.Post(
            $"/api/tasks/{task}/messages",
            new { id = Guid.CreateVersion7(), body = "Here", attachmentIds = new[] { file } }).Body();
        var listId = (await Board.Of(app.Ben, app.Ben.PersonalSpaceId)).ToDo;

        await app.Ben.Put($"/api/tasks/{task}/space",
            new { spaceId = app.Ben.PersonalSpaceId, listId, orderKey = "a0" }).Body();

        Assert.Equal(app.Ben.PersonalSpaceId, (await app.Ben.Read($"/api/messages/{comment.Id()}")).Id("spaceId"));
        Assert.True((await app.Ben.Get($"/api/attachments/{file}/content")).IsSuccessStatusCode);
        await app.Gus.Get($"/api/messages/{comment.Id()}").Refused(404, "message-not-found");
        await app.Gus.Get($"/api/attachments/{file}/content").Refused(404, "attachment-not-found");
    }

    private static async Task<Guid> New(TestApp app) =>
        (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id();

    private static Task<HttpResponseMessage> Comment(
        Cast who, Guid taskId, string body = "Done soon", Guid? id = null) =>
        who.Post($"/api/tasks/{taskId}/messages", new { id = id ?? Guid.CreateVersion7(), body });
}
