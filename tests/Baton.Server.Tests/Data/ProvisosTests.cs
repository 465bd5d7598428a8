using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Data;

/// <summary>A write was let through, and before it commits the state that let it through has ended.</summary>
public sealed class ProvisosTests
{
    [Fact]
    public async Task A_topic_that_is_closed_meanwhile_takes_no_message()
    {
        await using var app = await Overtaking.Start();
        var topic = await app.Ben.Opened(app.Launch);

        await Overtaking.Send(app, () => app.Gus.Answer(topic),
            by: () => app.Ben.Put($"/api/topics/{topic}/closure", new { outcome = "nothing" }))
            .Refused(409, "topic-closed");

        Assert.Equal(1, (await app.Ben.Read($"/api/topics/{topic}")).GetProperty("messageCount").GetInt32());
        Assert.Equal("topic.closed", (await app.Ben.Kinds(app.Launch))[^1]);
    }

    [Fact]
    public async Task A_list_that_is_archived_meanwhile_takes_no_task()
    {
        await using var app = await Overtaking.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var made = new { id = Guid.CreateVersion7(), listId = board.Doing, orderKey = "a0", title = "Book the room" };

        await Overtaking.Send(app, () => app.Ben.Put($"/api/tasks/{task}/position",
            new { listId = board.Done, orderKey = "a1" }), by: () => Archive(board.Done))
            .Refused(409, "list-archived");
        await Overtaking.Send(app, () => app.Ben.Post($"/api/spaces/{app.Launch}/tasks", made),
            by: () => Archive(board.Doing))
            .Refused(409, "list-archived");

        Assert.Equal(board.ToDo, (await app.Ben.Read($"/api/tasks/{task}")).Id("listId"));

        Task<HttpResponseMessage> Archive(Guid list) => app.Mei.Put($"/api/lists/{list}/archival");
    }

    [Fact]
    public async Task A_task_that_is_put_away_meanwhile_does_not_change()
    {
        await using var app = await Overtaking.Start();
        var task = (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id();

        await Overtaking.Send(app, () => app.Ben.Patch($"/api/tasks/{task}", new { title = "Too late" }),
            by: () => app.Mei.Put($"/api/tasks/{task}/archival"))
            .Refused(409, "task-archived");
        await Overtaking.Send(app, () => Comment(task), by: () => app.Mei.Delete($"/api/tasks/{task}"))
            .Refused(409, "task-deleted");

        Assert.Equal(0, (await app.Ben.Read($"/api/tasks/{task}")).GetProperty("commentCount").GetInt32());

        Task<HttpResponseMessage> Comment(Guid on) =>
            app.Ben.Post($"/api/tasks/{on}/messages", new { id = Guid.CreateVersion7(), body = "Soon" });
    }

    [Fact]
    public async Task A_space_that_is_archived_meanwhile_takes_nothing()
    {
        await using var app = await Overtaking.Start();
        var topic = await app.Ben.Opened(app.Launch);
        var message = await app.Ben.Said(app.Launch);
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var writes = new Func<Task<HttpResponseMessage>>[]
        {
            () => app.Gus.Say(app.Launch),
            () => app.Gus.Answer(topic),
            () => app.Ben.Open(app.Launch),
            () => app.Ben.Patch($"/api/topics/{topic}", new { title = "Too late" }),
            () => app.Mei.Put($"/api/topics/{topic}/closure", new { outcome = "nothing" }),
            () => app.Ben.Patch($"/api/messages/{message}", new { body = "Too late" }),
            () => app.Mei.Put($"/api/messages/{message}/reactions/👍"),
            () => app.Ben.Put($"/api/tasks/{task}/position", new { listId = board.Done, orderKey = "a1" }),
            () => app.Ben.Post($"/api/tasks/{task}/copies",
                new { id = Guid.CreateVersion7(), listId = board.Done, orderKey = "a1" }),
            () => app.Ben.Patch($"/api/lists/{board.Done}", new { name = "Too late" }),
            () => app.Ben.Post($"/api/spaces/{app.Launch}/labels",
                new { id = Guid.CreateVersion7(), name = "Late", colour = "red" }),
            () => app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = "Too late" }),
            () => app.Ben.Put($"/api/spaces/{app.Launch}/members/{app.Mallory.Id}", new { role = "member" }),
        };

        foreach (var write in writes)
        {
            await Overtaking.Send(app, write, by: () => app.Ada.Put($"/api/spaces/{app.Launch}/archival"))
                .Refused(409, "space-archived");
            Assert.Equal("space.archived", (await app.Ada.Kinds(app.Launch))[^1]);
            await app.Ada.Delete($"/api/spaces/{app.Launch}/archival").Body();
        }
    }

    [Fact]
    public async Task Who_is_taken_out_of_the_space_meanwhile_says_nothing_more()
    {
        await using var app = await Overtaking.Start();

        await Overtaking.Send(app, () => app.Gus.Say(app.Launch),
            by: () => app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Gus.Id}"))
            .Refused(404, "space-not-found");

        Assert.DoesNotContain("message.posted", await app.Ben.Kinds(app.Launch));
    }

    [Fact]
    public async Task A_message_that_is_deleted_meanwhile_is_neither_quoted_nor_reacted_to()
    {
        await using var app = await Overtaking.Start();
        var quoted = await app.Ben.Said(app.Launch, "The code is 1234");
        var liked = await app.Ben.Said(app.Launch);

        await Overtaking.Send(app, () => app.Mei.Say(app.Launch, quoteId: quoted),
            by: () => app.Ben.Delete($"/api/messages/{quoted}"))
            .Refused(409, "message-deleted");
        await Overtaking.Send(app, () => app.Mei.Put($"/api/messages/{liked}/reactions/👍"),
            by: () => app.Ben.Delete($"/api/messages/{liked}"))
            .Refused(409, "message-deleted");
    }

    [Fact]
    public async Task A_label_that_is_archived_meanwhile_is_given_to_no_task()
    {
        await using var app = await Overtaking.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var (task, label) = ((await board.Task(app.Ben)).Id(), await board.Label(app.Ben));

        await Overtaking.Send(app, () => app.Ben.Put($"/api/tasks/{task}/labels/{label}"),
            by: () => app.Mei.Put($"/api/labels/{label}/archival"))
            .Refused(409, "label-archived");
    }

    [Fact]
    public async Task Whoever_joins_while_a_space_is_archived_comes_into_the_others()
    {
        await using var app = await Overtaking.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, spaces: [app.Launch]));
        var browser = app.Stranger();

        await (await Overtaking.Send(app, () => Invitations.Join(app, code, "Nia", browser),
            by: () => app.Ada.Put($"/api/spaces/{app.Launch}/archival"))).Body();

        Assert.Equal(["Nia"],
            (await browser.GetAsync("/api/spaces").Body()).EnumerateArray().Select(s => s.Text("name")!));
    }
}
