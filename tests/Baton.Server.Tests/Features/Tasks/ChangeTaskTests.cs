using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class ChangeTaskTests
{
    [Fact]
    public async Task Every_field_can_be_set_and_cleared()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        object Date(string date) => new { date, time = "09:30", zone = "Asia/Tokyo" };

        var full = await Writes.Verify(app.Gus, app.Launch, () => app.Ben.Patch($"/api/tasks/{task}", new
        {
            title = "Rewrite the first headline",
            description = "Say *what* it does.",
            priority = "highest",
            start = new { date = "2026-11-24" },
            due = Date("2026-11-27"),
            estimateMinutes = 45,
        }));
        var cleared = await Writes.Verify(app.Gus, app.Launch, () => app.Ben.Patch($"/api/tasks/{task}", new
        {
            description = "",
            start = (object?)null,
            due = (object?)null,
            estimateMinutes = (int?)null,
        }));

        Assert.Equal("<p>Say <em>what</em> it does.</p>", full.Text("descriptionHtml")!.Trim());
        Assert.Equal("""{"date":"2026-11-27","time":"09:30","zone":"Asia/Tokyo"}""",
            full.GetProperty("due").GetRawText());
        Assert.Equal(("Rewrite the first headline", "highest", ""),
            (cleared.Text("title"), cleared.Text("priority"), cleared.Text("descriptionHtml")));
        Assert.Equal("null null null",
            $"{cleared.GetProperty("start").GetRawText()} {cleared.GetProperty("due").GetRawText()} {cleared.GetProperty("estimateMinutes").GetRawText()}");
    }

    [Fact]
    public async Task People_who_change_different_fields_at_once_all_get_their_way()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();

        for (var round = 0; round < 10; round++)
        {
            var now = round;
            await Transitions.VerifyTransition(app.Gus, app.Launch, () => Task.WhenAll(
                app.Ada.Patch($"/api/tasks/{task}", new { title = $"Title {now}" }).Body(),
                app.Ben.Patch($"/api/tasks/{task}", new { description = $"Text {now}" }).Body(),
                app.Mei.Patch($"/api/tasks/{task}", new { estimateMinutes = now + 1 }).Body(),
                app.Mei.Put($"/api/tasks/{task}/position",
                    new { listId = now % 2 == 0 ? board.Done : board.Doing, orderKey = $"a{now}" }).Body()));

            var after = await app.Gus.Read($"/api/tasks/{task}");
            Assert.Equal(($"Title {now}", $"Text {now}", now + 1),
                (after.Text("title"), after.Text("description"), after.GetProperty("estimateMinutes").GetInt32()));
            Assert.Equal($"a{now}", after.Text("orderKey"));
        }
    }

    [Fact]
    public async Task People_who_change_the_same_field_at_once_see_the_same_in_the_end()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        // The same instant, said in two zones: only one of the two columns differs between some of these.
        object[] dates =
        [
            new { date = "2026-11-27", time = "15:00", zone = "Europe/Lisbon" },
            new { date = "2026-11-27", time = "15:00", zone = "Europe/London" },
            new { date = "2026-11-28", time = "00:00", zone = "Asia/Tokyo" },
        ];
        string[] texts = ["a", "a ", "*a*"];
        var random = new Random(2);

        for (var round = 0; round < 15; round++)
        {
            await Transitions.VerifyTransition(app.Gus, app.Launch, () => Task.WhenAll(
                new[] { app.Ada, app.Ben, app.Mei }.Select(person => person.Patch(
                    $"/api/tasks/{task}",
                    new { due = dates[random.Next(3)], description = texts[random.Next(3)] }).Body())));
        }
    }

    [Fact]
    public async Task The_history_says_what_was_before()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, "Rewrite")).Id();

        await app.Mei.Patch($"/api/tasks/{task}", new { title = "Rewrite it", priority = "high" }).Body();

        var change = (await app.Gus.Read($"/api/tasks/{task}/history")).GetProperty("items")[0];
        Assert.Equal(("task.changed", app.Mei.Id), (change.Text("kind"), change.Id("actorId")));
        Assert.Equal(
            $$$"""{"id":"{{{task}}}","title":"Rewrite it","priority":"high","before":{"title":"Rewrite","priority":"normal"}}""",
            change.GetProperty("payload").GetRawText());
    }

    [Fact]
    public async Task What_is_not_different_is_no_change()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, "Rewrite")).Id();

        var same = await app.Ben.Patch($"/api/tasks/{task}",
            new { title = " Rewrite ", priority = "normal", due = (object?)null });

        Assert.True(same.IsSuccessStatusCode);
        Assert.False(same.Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task Mallory_finds_no_such_task_and_a_guest_edits_none()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.TaskFor(app.Gus, app.Ben)).Id();

        await app.Mallory.Patch($"/api/tasks/{task}", new { title = "Mine" }).Refused(404, "task-not-found");
        await app.Gus.Patch($"/api/tasks/{task}", new { title = "Mine" }).Refused(403, "right-missing");
        await app.Ben.Patch($"/api/tasks/{Guid.CreateVersion7()}", new { title = "Nobody's" })
            .Refused(404, "task-not-found");
    }

    [Fact]
    public async Task A_deleted_or_archived_task_stays_as_it_is()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();

        await app.Ben.Put($"/api/tasks/{task}/archival").Body();
        await app.Ben.Patch($"/api/tasks/{task}", new { title = "Late" }).Refused(409, "task-archived");
        await app.Ben.Delete($"/api/tasks/{task}").Body();
        await app.Ben.Patch($"/api/tasks/{task}", new { title = "Later" }).Refused(409, "task-deleted");
    }

    [Theory]
    [InlineData("""{"title":null}""", "title")]
    [InlineData("""{"title":" "}""", "title")]
    [InlineData("""{"priority":null}""", "priority")]
    [InlineData("""{"priority":"urgent"}""", "priority")]
    [InlineData("""{"due":{"date":"2026-13-01"}}""", "due")]
    [InlineData("""{"due":{"date":"2026-11-27","zone":"Europe/Lisbon"}}""", "due")]
    [InlineData("""{"start":{"date":"0001-01-01"}}""", "start")]
    [InlineData("""{"estimateMinutes":1000001}""", "estimateMinutes")]
    [InlineData("""{"number":7}""", "number")]
    public async Task A_bad_change_names_the_field(string body, string field)
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();

        await app.Ben.Browser.PatchAsync($"/api/tasks/{task}",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"))
            .Refused(400, "invalid", field);
    }
}
