using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class CreateTaskTests
{
    [Fact]
    public async Task It_takes_as_many_queries_with_many_labels_and_people_as_with_one()
    {
        using var queries = new Queries();
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var labels = new[] { await board.Label(app.Ben,
            "Bug"), await board.Label(app.Ben, "Print"), await board.Label(app.Ben, "Web") };
        await Create(labels[..1], [app.Mei.Id]);

        var one = await queries.During(app, () => Create(labels[..1], [app.Mei.Id]));
        var many = await queries.During(app, () => Create(labels, [app.Mei.Id, app.Gus.Id, app.Ada.Id]));

        Assert.Equal(one, many);

        Task Create(Guid[] labelIds, Guid[] assigneeIds) => app.Ben.Post(
            $"/api/spaces/{app.Launch}/tasks",
            new
            {
                id = Guid.CreateVersion7(),
                listId = board.ToDo,
                orderKey = "a0",
                title = "Print",
                labelIds,
                assigneeIds,
            }).Body();
    }

    [Fact]
    public async Task A_task_gets_the_next_number_under_the_spaces_key()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        var first = await board.Task(app.Ben);
        var second = await board.Task(app.Mei, "  Translate‮ it ");

        Assert.Equal("WEB-1", first.Text("key"));
        Assert.Equal(("WEB-2", "Translate it"), (second.Text("key"), second.Text("title")));
        Assert.Equal(app.Mei.Id, second.Id("createdBy"));
    }

    [Fact]
    public async Task Everyone_in_the_space_learns_of_it()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => app.Ben.Post($"/api/spaces/{app.Launch}/tasks", new
        {
            id = Guid.CreateVersion7(),
            listId = board.ToDo,
            orderKey = "a0",
            title = "Rewrite the second headline",
            description = "It should say what the product **does**.",
            priority = "high",
            assigneeIds = new[] { app.Mei.Id, app.Gus.Id, app.Mei.Id },
            start = new { date = "2026-11-24" },
            due = new { date = "2026-11-27", time = "15:00", zone = "Europe/Lisbon" },
            estimateMinutes = 90,
        }).Body());

        var task = (await app.Gus.Read($"/api/spaces/{app.Launch}/snapshot")).GetProperty("tasks")[0];
        Assert.Contains("<strong>does</strong>", task.Text("descriptionHtml"), StringComparison.Ordinal);
        Assert.Equal(2, task.GetProperty("assignees").GetArrayLength());
        Assert.Equal("15:00", task.GetProperty("due").Text("time"));
    }

    [Fact]
    public async Task Twelve_at_once_get_twelve_numbers()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        var made = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => board.Task(app.Ben)));

        Assert.Equal(Enumerable.Range(1, 12), made.Select(t => t.GetProperty("number").GetInt32()).Order());
    }

    [Fact]
    public async Task Sending_it_twice_makes_one_task()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var request = new { id = Guid.CreateVersion7(), listId = board.ToDo, orderKey = "a0", title = "Rewrite" };

        var twice = await Task.WhenAll(
            app.Ben.Post($"/api/spaces/{app.Launch}/tasks", request),
            app.Ben.Post($"/api/spaces/{app.Launch}/tasks", request));
        await app.Ben.Put($"/api/lists/{board.ToDo}/archival").Body();
        var later = await app.Ben.Post($"/api/spaces/{app.Launch}/tasks", request);

        Assert.Single(twice, r => r.Headers.Contains("Baton-Changes"));
        Assert.Equal((await twice[0].Body()).GetRawText(), (await twice[1].Body()).GetRawText());
        Assert.Equal((await twice[0].Body()).GetRawText(), (await later.Body()).GetRawText());
        Assert.Equal(1, await app.InDb(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task The_id_of_another_task_is_not_handed_out()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var made = await board.Task(app.Ben);

        await app.Ben.Post($"/api/spaces/{app.Launch}/tasks",
            new { id = made.Id(), listId = board.ToDo, orderKey = "a0", title = "Another" })
            .Refused(409, "id-taken");
    }

    [Fact]
    public async Task A_task_made_in_a_done_list_is_complete()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        var task = await board.Task(app.Ben, listId: board.Done);

        Assert.Equal("2026-11-23T09:00:00.000Z", task.Text("completedAt"));
    }

    [Fact]
    public async Task Mallory_finds_no_such_space()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        await app.Mallory.Post($"/api/spaces/{app.Launch}/tasks",
            new { id = Guid.CreateVersion7(), listId = board.ToDo, orderKey = "a0", title = "Mine" })
            .Refused(404, "space-not-found");
    }

    [Fact]
    public async Task A_guest_makes_no_tasks()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        await app.Gus.Post($"/api/spaces/{app.Launch}/tasks",
            new { id = Guid.CreateVersion7(), listId = board.ToDo, orderKey = "a0", title = "Mine" })
            .Refused(403, "right-missing");
    }

    [Fact]
    public async Task The_list_of_another_space_is_no_place_for_it()
    {
        await using var app = await TestApp.Start();
        var elsewhere = await Board.Of(app.Ben, app.Ben.PersonalSpaceId);

        await app.Ben.Post($"/api/spaces/{app.Launch}/tasks",
            new { id = Guid.CreateVersion7(), listId = elsewhere.ToDo, orderKey = "a0", title = "Lost" })
            .Refused(404, "list-not-found");
    }

    [Fact]
    public async Task An_archived_list_takes_no_task()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        await app.Ben.Put($"/api/lists/{board.Doing}/archival").Body();

        await app.Ben.Post($"/api/spaces/{app.Launch}/tasks",
            new { id = Guid.CreateVersion7(), listId = board.Doing, orderKey = "a0", title = "Late" })
            .Refused(409, "list-archived");
    }

    [Fact]
    public async Task Nobody_outside_the_space_is_assigned()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        await app.Ben.Post($"/api/spaces/{app.Launch}/tasks", new
        {
            id = Guid.CreateVersion7(),
            listId = board.ToDo,
            orderKey = "a0",
            title = "Hers",
            assigneeIds = new[] { app.Mallory.Id },
        }).Refused(404, "person-not-found");
    }

    [Theory]
    [InlineData("orderKey", "\"a00\"")]
    [InlineData("orderKey", "\"ä0\"")]
    [InlineData("title", "\" \\u200b \"")]
    [InlineData("title", "null")]
    [InlineData("title", "5")]
    [InlineData("priority", "\"urgent\"")]
    [InlineData("priority", "3")]
    [InlineData("due", """{"date":"2026-02-30"}""")]
    [InlineData("due", """{"date":"2026-11-27","time":"15:00"}""")]
    [InlineData("due", """{"date":"2026-11-27","time":"25:00","zone":"Europe/Lisbon"}""")]
    [InlineData("due", """{"date":"2026-11-27","time":"15:00","zone":"Mars/Olympus"}""")]
    [InlineData("start", """{"date":"tomorrow"}""")]
    [InlineData("start.hour", """{"date":"2026-11-27","hour":3}""")]
    [InlineData("estimateMinutes", "-1")]
    [InlineData("estimateMinutes", "1.5")]
    [InlineData("listId", "\"none\"")]
    [InlineData("spaceId", "\"01936f00-0000-7000-8000-000000000001\"")]
    public async Task A_bad_request_names_the_field(string field, string value)
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = $"\"{Guid.CreateVersion7()}\"",
            ["listId"] = $"\"{board.ToDo}\"",
            ["orderKey"] = "\"a0\"",
            ["title"] = "\"Rewrite\"",
            [field.Split('.')[0]] = value,
        };
        var body = $"{{{string.Join(',', fields.Select(f => $"\"{f.Key}\":{f.Value}"))}}}";

        await app.Ben.Browser.PostAsync($"/api/spaces/{app.Launch}/tasks",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"))
            .Refused(400, "invalid", field.Contains('.', StringComparison.Ordinal) ? null : field);
    }

    [Fact]
    public async Task Texts_have_an_end()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        object Request(int title, int description) =>
            new
            {
                id = Guid.CreateVersion7(),
                listId = board.ToDo,
                orderKey = "a0",
                title = new string('t', title),
                description = new string('d', description),
            };

        await app.Ben.Post($"/api/spaces/{app.Launch}/tasks", Request(500, 40_000)).Body();
        await app.Ben.Post($"/api/spaces/{app.Launch}/tasks", Request(501, 0)).Refused(400, "invalid", "title");
        await app.Ben.Post($"/api/spaces/{app.Launch}/tasks", Request(1, 40_001))
            .Refused(400, "invalid", "description");
    }
}
