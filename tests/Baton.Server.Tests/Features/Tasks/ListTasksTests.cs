using Baton.Server.Data;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class ListTasksTests
{
    [Theory]
    [InlineData("open")]
    [InlineData("done")]
    [InlineData("archived")]
    [InlineData("deleted")]
    public async Task Every_task_of_a_state_is_on_one_page(string state)
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        await board.Task(app.Ben, "In none of the others", state == "open" ? board.Done : board.ToDo);
        var made = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            var task = (await board.Task(app.Ben, $"Task {i}", state == "done" ? board.Done : board.ToDo)).Id();
            await (state switch
            {
                "archived" => app.Ben.Put($"/api/tasks/{task}/archival"),
                "deleted" => app.Ben.Delete($"/api/tasks/{task}"),
                _ => app.Ben.Get($"/api/tasks/{task}"),
            }).Body();
            made.Add(task);
            // Some at the same instant: the id breaks the tie.
            app.Clock.Advance(TimeSpan.FromMinutes(i % 2));
        }

        var seen = new List<Guid>();
        var cursor = "";
        while (cursor is not null)
        {
            var page =
                await app.Gus.Read($"/api/spaces/{app.Launch}/tasks?state={state}&limit=3{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(t => t.Id()));
            Assert.True(page.GetProperty("items").GetArrayLength() <= 3);
            cursor = page.Text("next");
        }

        Assert.Equal(made.Order(), seen.Order());
        Assert.Equal(state == "open" ? made[0] : made[^1], seen[0]);
    }

    [Fact]
    public async Task Words_are_looked_for_once()
    {
        using var queries = new Queries();
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, "Lamps")).Id();
        var found = Guid.Empty;

        var asked = await queries.Asked(app, async () =>
            found = (await app.Ben.Read($"/api/spaces/{app.Launch}/tasks?state=open&text=lamp"))
                .GetProperty("items")[0].Id());

        Assert.Equal(task, found);
        Assert.Single(asked,
            values => values.Any(value => value is string text && text.Contains("lamp", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_page_is_of_one_moment_even_if_all_of_it_leaves_meanwhile()
    {
        using var queries = new Queries();
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben, "Packs its things")).Id();
        await board.Task(app.Ben, "Stays");
        var there = await SendTaskTests.Elsewhere(app);

        var page = await queries.Interrupted(
            app,
            () => app.Gus.Read($"/api/spaces/{app.Launch}/tasks?state=open&limit=1"),
            words: "ORDER BY",
            act: () => app.Ben.Put($"/api/tasks/{task}/space",
                new { there.SpaceId, listId = there.Doing, orderKey = "a5" }).Body());

        Assert.Equal(task, page.GetProperty("items")[0].Id());
        Assert.NotNull(page.Text("next"));
    }

    [Theory]
    [InlineData("größe", "Größe der Schrift")]
    [InlineData("GROSSE", "")]
    [InlineData("GRÖSSE", "")]
    [InlineData("grö schrift", "Größe der Schrift")]
    [InlineData("schrift grö", "Größe der Schrift")]
    [InlineData("Grö  rift ", "Größe der Schrift")]
    [InlineData("cafe", "Café menu 50%|Cafe_menu")]
    [InlineData("50%", "Café menu 50%")]
    [InlineData("%", "Café menu 50%")]
    [InlineData("_", "Cafe_menu")]
    [InlineData(@"\", @"C:\team")]
    [InlineData("ЗАДАЧА", "задача")]
    [InlineData("web-2", "Cafe_menu")]
    [InlineData("WEB-2 menu", "Cafe_menu")]
    [InlineData("web-2 größe", "")]
    [InlineData("   ", "Größe der Schrift|Cafe_menu|Café menu 50%|C:\\team|задача")]
    public async Task Words_find_the_tasks_that_hold_them_all(string text, string titles)
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        foreach (var title in new[] { "Größe der Schrift", "Cafe_menu", "Café menu 50%", @"C:\team", "задача" })
        {
            var task = (await board.Task(app.Ben, title)).Id();
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await app.Ben.Put($"/api/tasks/{task}/archival").Body();
        }

        var found = await Titles(app.Gus,
            $"/api/spaces/{app.Launch}/tasks?state=archived&text={Uri.EscapeDataString(text)}");

        Assert.Equal(
            titles.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_found_comes_page_by_page_and_under_its_present_name()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        foreach (var n in Enumerable.Range(1, 9))
        {
            await board.Task(app.Ben, n % 2 == 0 ? $"Poster {n}" : $"Banner {n}");
        }

        var renamed = (await board.Task(app.Ben, "Flyer")).Id();
        await app.Ben.Patch($"/api/tasks/{renamed}", new { title = "POSTER at last" }).Body();

        var path = $"/api/spaces/{app.Launch}/tasks?state=open&text=poster&limit=3";
        var first = await app.Gus.Read(path);

        Assert.Equal(["Poster 2", "Poster 4", "Poster 6"],
            first.GetProperty("items").EnumerateArray().Select(t => t.Text("title")));
        Assert.Equal(["Poster 8", "POSTER at last"], await Titles(app.Gus, $"{path}&cursor={first.Text("next")}"));
        Assert.Empty(await Titles(app.Gus, $"/api/spaces/{app.Launch}/tasks?state=open&text=flyer"));
    }

    [Fact]
    public async Task Tasks_from_before_their_titles_were_folded_are_found_after_the_next_start()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        await board.Task(app.Ben, "Größe");
        await board.Task(app.Ben, "Schrift");
        var commits = app.Services.GetRequiredService<Commits>();
        await app.InDb(db => commits.Run(
            db, inside => inside.Tasks.ExecuteUpdateAsync(t => t.SetProperty(task => task.FoldedTitle, "")),
            CancellationToken.None));

        Assert.Equal(2,
            await app.InDb(db => commits.Run(db, inside => Schema.FoldTitles(inside, CancellationToken.None),
                CancellationToken.None)));

        Assert.Equal(["Größe"], await Titles(app.Gus, $"/api/spaces/{app.Launch}/tasks?state=open&text=GRÖ"));
        Assert.Equal(0, await app.InDb(db => Schema.FoldTitles(db, CancellationToken.None)));
    }

    [Fact]
    public async Task What_a_newcomer_may_not_see_is_not_found_for_them_and_a_stranger_finds_nothing()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        await board.Task(app.Ben, "Poster of old");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var nia = await app.Newcomer(app.Launch);
        await board.Task(app.Ben, "Poster of today");

        var path = $"/api/spaces/{app.Launch}/tasks?state=open&text=poster";

        Assert.Equal(["Poster of today"], await Titles(nia, path));
        await app.Mallory.Get(path).Refused(404, "space-not-found");
        await app.Ben.Get($"{path}{new string('r', 200)}").Refused(400, "invalid", "text");
    }

    [Fact]
    public async Task A_stranger_sees_none_and_nonsense_is_refused()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Get($"/api/spaces/{app.Launch}/tasks?state=done").Refused(404, "space-not-found");
        await app.Ben.Get($"/api/spaces/{app.Launch}/tasks?state=done&cursor=x").Refused(400, "invalid", "cursor");
        await app.Ben.Get($"/api/spaces/{app.Launch}/tasks?state=done&limit=201").Refused(400, "invalid", "limit");
        await app.Ben.Get($"/api/spaces/{app.Launch}/tasks?state=lost").Refused(400, "invalid", "state");
    }

    private static async Task<IEnumerable<string?>> Titles(Cast person, string path) =>
        [.. (await person.Read(path)).GetProperty("items").EnumerateArray().Select(t => t.Text("title"))];
}
