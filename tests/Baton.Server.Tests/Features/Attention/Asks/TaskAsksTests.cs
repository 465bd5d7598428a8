using Baton.Server.Features.Attention.Asks;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attention.Asks;

/// <summary>Being assigned to a task is an ask to act.</summary>
public sealed class TaskAsksTests
{
    [Fact]
    public async Task Whoever_is_assigned_is_asked_to_act_by_its_date()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, assigneeIds: [app.Ada.Id, app.Ben.Id])).Id();

        await app.Ben.Patch($"/api/tasks/{task}", new { due = new { date = "2026-11-25" }, title = "The headline" })
            .Body();

        var item = Assert.Single(await app.Ada.Inbox());
        Assert.Equal("act", item.Text("role"));
        Assert.Equal("The headline", item.Text("subject"));
        Assert.Equal("assigned", item.GetProperty("why").Text("kind"));
        Assert.Equal("2026-11-25T17:00:00.000Z", item.Text("respondBy"));
        Assert.Empty(await app.Ben.Inbox(unsealed: true));
    }

    [Fact]
    public async Task Whoever_is_assigned_later_or_taken_off_is_asked_from_and_until_then()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();

        await app.Ben.Put($"/api/tasks/{task}/assignees/{app.Ada.Id}", new { state = "none" }).Body();
        var asked = await app.Ada.Inbox();
        await app.Ben.Delete($"/api/tasks/{task}/assignees/{app.Ada.Id}").Body();
        var takenOff = await app.Ada.Inbox();
        await app.Ben.Put($"/api/tasks/{task}/assignees/{app.Ada.Id}", new { state = "none" }).Body();

        Assert.Single(asked);
        Assert.Empty(takenOff);
        Assert.Single(await app.Ada.Inbox());
    }

    [Fact]
    public async Task A_long_title_is_cut_between_characters()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        await board.Task(app.Ben, title: new string('x', 198) + "🥾🥾🥾", assigneeIds: app.Ada.Id);

        var subject = Assert.Single(await app.Ada.Inbox()).Text("subject");

        Assert.Equal(new string('x', 198) + "…", subject);
    }

    [Fact]
    public async Task Saying_that_it_is_done_answers_it()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, assigneeIds: app.Ada.Id)).Id();

        await app.Ada.Put($"/api/tasks/{task}/assignees/{app.Ada.Id}", new { state = "done" }).Body();

        Assert.Empty(await app.Ada.Inbox());
    }

    [Fact]
    public async Task A_finished_or_deleted_task_asks_nobody_and_a_restored_one_asks_again()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var done = (await board.Task(app.Ben, assigneeIds: app.Ada.Id)).Id();
        var deleted = (await board.Task(app.Ben, assigneeIds: app.Ada.Id)).Id();
        await app.Ben.Put($"/api/tasks/{done}/position", new { listId = board.Done, orderKey = "a1" }).Body();
        await app.Ben.Delete($"/api/tasks/{deleted}").Body();
        var meanwhile = await app.Ada.Inbox();

        await app.Ben.Post($"/api/tasks/{deleted}/restoration").Body();

        Assert.Empty(meanwhile);
        Assert.Equal(deleted, Assert.Single(await app.Ada.Inbox()).GetProperty("post").Id());
    }

    [Fact]
    public async Task A_task_that_was_put_away_asks_nobody_until_it_is_taken_out_again()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, assigneeIds: [app.Ada.Id, app.Mei.Id])).Id();
        await app.Ada.Put($"/api/asks/{await app.ItemOf(task, app.Ada)}/commitment",
            new { at = "2026-11-27T17:00:00Z" }).Body();

        await app.Ben.Put($"/api/tasks/{task}/archival").Body();
        var putAway = await app.Ada.Inbox();
        await app.Ada.Delete($"/api/tasks/{task}/archival").Body();

        Assert.Empty(putAway);
        Assert.Equal(app.Ben.Id, Assert.Single(await app.Ada.Inbox()).Id("senderId"));
        Assert.Single(await app.Mei.Inbox(unsealed: true));
        Assert.Equal(2, (await app.Ben.Read("/api/asks/sent")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_task_in_the_archive_asks_nobody_when_it_is_deleted_and_restored()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, assigneeIds: app.Ada.Id)).Id();

        await app.Ben.Put($"/api/tasks/{task}/archival").Body();
        await app.Ben.Delete($"/api/tasks/{task}").Body();
        await app.Ben.Post($"/api/tasks/{task}/restoration").Body();

        Assert.Empty(await app.Ada.Inbox());
    }

    [Fact]
    public async Task Comments_inform_who_made_it_who_watches_it_and_who_does_it()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, assigneeIds: app.Ada.Id)).Id();
        await app.Mei.Put($"/api/tasks/{task}/watchers/{app.Mei.Id}").Body();

        await app.Mei.Post($"/api/tasks/{task}/messages", new { id = Guid.CreateVersion7(), body = "Soon?" }).Body();

        var bens = Assert.Single(await app.Ben.Inbox("know", unsealed: true));
        Assert.Equal("made", bens.GetProperty("why").Text("kind"));
        Assert.Equal("assigned", Assert.Single(await app.Ada.Inbox("know")).GetProperty("why").Text("kind"));
        Assert.Empty(await app.Mei.Inbox("know", unsealed: true));
    }

    [Fact]
    public async Task A_task_sent_away_takes_its_asks_along_and_whoever_cannot_see_it_there_has_them_no_more()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, assigneeIds: app.Ada.Id)).Id();
        var mine = await Board.Of(app.Ben, app.Ben.PersonalSpaceId);

        await app.Ben.Put($"/api/tasks/{task}/space",
            new { spaceId = app.Ben.PersonalSpaceId, listId = mine.ToDo, orderKey = "a0" }).Body();

        await app.RunJobs();
        Assert.Empty(await app.Ada.Inbox());
        Assert.Equal(
            AddresseeState.Withdrawn, await app.InDb(db => Task.FromResult(db.Addressees.Single().State)));
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("2999-12-31")]
    public async Task A_date_far_away_costs_nothing(string date)
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, assigneeIds: app.Ada.Id)).Id();

        await app.Ben.Patch($"/api/tasks/{task}", new { due = new { date } }).Body();

        Assert.Single(await app.Ada.Inbox());
    }

    [Fact]
    public async Task A_restored_task_asks_nobody_who_has_left()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, assigneeIds: [app.Mei.Id, app.Gus.Id])).Id();
        await app.Ben.Delete($"/api/tasks/{task}").Body();
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Mei.Id}").Body();
        await app.Ada.Delete($"/api/people/{app.Gus.Id}").Body();

        await app.Ben.Post($"/api/tasks/{task}/restoration").Body();

        Assert.Equal(0, await app.InDb(db => Task.FromResult(db.Addressees.Count(a => a.ClosedAt == null))));
    }
}
