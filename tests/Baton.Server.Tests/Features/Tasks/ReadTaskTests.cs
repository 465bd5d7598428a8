using System.Net;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class ReadTaskTests
{
    [Fact]
    public async Task What_I_have_already_is_not_sent_again()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();

        var first = await app.Gus.Get($"/api/tasks/{task}");
        async Task<HttpResponseMessage> Again()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/api/tasks/{task}");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return await app.Gus.Browser.SendAsync(request);
        }

        Assert.Equal(HttpStatusCode.NotModified, (await Again()).StatusCode);
        await app.Ben.Patch($"/api/tasks/{task}", new { title = "Other" }).Body();
        Assert.Equal(HttpStatusCode.OK, (await Again()).StatusCode);
    }

    [Fact]
    public async Task The_history_goes_back_through_the_spaces_it_came_through_for_those_who_see_them()
    {
        await using var app = await TestApp.Start();
        var own = await Board.Of(app.Ben, app.Ben.PersonalSpaceId);
        var task = (await own.Task(app.Ben, "Bring the prints")).Id();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Ben.Patch($"/api/tasks/{task}", new { title = "Bring both prints" }).Body();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var board = await Board.Of(app.Ben, app.Launch);
        await app.Ben.Put($"/api/tasks/{task}/space",
            new { spaceId = app.Launch, listId = board.ToDo, orderKey = "a0" }).Body();

        Assert.Equal(["task.arrived", "task.changed", "task.created", "task.departed"],
            (await History(app.Ben, 2)).Order(StringComparer.Ordinal));
        Assert.Equal("task.created", (await History(app.Ben, 3))[^1]);
        Assert.Equal(["task.arrived"], await History(app.Mei, 2));

        async Task<List<string>> History(Cast reader, int limit)
        {
            var (kinds, cursor) = (new List<string>(), "");
            do
            {
                var page = await reader.Read($"/api/tasks/{task}/history?limit={limit}&cursor={cursor}");
                kinds.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.Text("kind")!));
                cursor = page.Text("next");
            }
            while (cursor is not null);
            return kinds;
        }
    }

    [Fact]
    public async Task The_history_pages_from_the_latest_to_the_first_and_is_for_the_space_alone()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var item = await Board.Step(app.Ben, task);
        await app.Ben.Patch($"/api/tasks/{task}/checklist/{item}", new { done = true }).Body();
        await board.Task(app.Ben, "Another");

        var newest = await app.Gus.Read($"/api/tasks/{task}/history?limit=2");
        var oldest = await app.Gus.Read($"/api/tasks/{task}/history?limit=2&cursor={newest.Text("next")}");

        Assert.Equal(
            "checklist.changed checklist.added task.created",
            string.Join(' ', new[] { newest, oldest }.SelectMany(p => p.GetProperty("items").EnumerateArray())
                .Select(c => c.Text("kind"))));
        Assert.Null(oldest.Text("next"));
        await app.Mallory.Get($"/api/tasks/{task}/history").Refused(404, "task-not-found");
    }

    [Fact]
    public async Task A_board_costs_the_same_queries_however_full_it_is()
    {
        using var queries = new Queries();
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        async Task Fill()
        {
            var task = (await board.TaskFor(app.Mei, app.Ben)).Id();
            await Board.Step(app.Ben, task);
            await app.Ben.Put($"/api/tasks/{task}/watchers/{app.Ben.Id}").Body();
            await app.Ben.Put($"/api/tasks/{task}/labels/{await board.Label(app.Ben)}").Body();
        }

        await Fill();
        // His first request also looks up his session.
        await app.Gus.Read("/api/me");
        var few = await queries.During(app, () => app.Gus.Read($"/api/spaces/{app.Launch}/snapshot"));
        var fewListed = await queries.During(app, () => app.Gus.Read($"/api/spaces/{app.Launch}/tasks?state=open"));
        for (var i = 0; i < 9; i++)
        {
            await Fill();
        }

        Assert.NotEqual(0, few);
        Assert.Equal(few, await queries.During(app, () => app.Gus.Read($"/api/spaces/{app.Launch}/snapshot")));
        Assert.Equal(fewListed,
            await queries.During(app, () => app.Gus.Read($"/api/spaces/{app.Launch}/tasks?state=open")));
    }
}
