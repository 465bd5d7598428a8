using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Sync;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Sync;

public sealed class ReadActivityTests
{
    [Fact]
    public async Task It_tells_the_newest_first()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = "Lift-off" }).Body();

        var newest = (await Items(app.Gus, app, ""))[0];

        Assert.Equal(("space.changed", app.Ada.Id, "Lift-off"),
            (newest.Text("kind"), newest.Id("actorId"), newest.GetProperty("payload").Text("name")));
    }

    [Fact]
    public async Task Its_pages_hold_everything_once()
    {
        await using var app = await TestApp.Start();
        var all = (await app.Ben.Changes(app.Launch)).Select(c => c.GetProperty("version").GetInt64()).Reverse();

        var paged = new List<long>();
        for (var next = ""; next is not null;)
        {
            var page = await app.Ben.Read($"/api/spaces/{app.Launch}/activity?limit=2&cursor={next}");
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("version").GetInt64()));
            next = page.Text("next");
        }

        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task It_can_be_of_one_person()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Put($"/api/spaces/{app.Launch}/members/{app.Mallory.Id}", new { role = "guest" }).Body();

        Assert.Equal(["member.joined"],
            (await Items(app.Mei, app, $"person={app.Ben.Id}")).Select(i => i.Text("kind")));
    }

    [Fact]
    public async Task It_can_be_of_one_noun_or_one_kind()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Put($"/api/spaces/{app.Launch}/members/{app.Ben.Id}", new { role = "admin" }).Body();

        Assert.Equal(5, (await Items(app.Mei, app, "kind=member")).Count);
        Assert.Equal(["member.changed"],
            (await Items(app.Mei, app, "kind=member.changed")).Select(i => i.Text("kind")));
        Assert.Empty(await Items(app.Mei, app, "kind=mem"));
    }

    [Fact]
    public async Task A_stranger_is_told_that_there_is_none()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Get($"/api/spaces/{app.Launch}/activity").Refused(404, "space-not-found");
    }

    [Theory]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("cursor=YWJj", "cursor")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("person=ben", "person")]
    public async Task A_bad_question_names_the_field(string query, string field)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Get($"/api/spaces/{app.Launch}/activity?{query}").Refused(400, "invalid", field);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, "task")]
    [InlineData(false, "task.moved")]
    public async Task Every_filter_walks_an_index(bool onePerson, string? kind)
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "PostgreSQL plans by the number of rows, which a test does not have.");
        await using var app = await TestApp.Start();

        var plan = await app.InDb(db => Plan(db, ReadActivity
            .Filtered(new Seat { SpaceId = app.Launch }, onePerson ? app.Ben.Id : null, kind, db)
            .OrderByDescending(c => c.Version)
            .Take(50)));

        Assert.StartsWith("SEARCH", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    private static async Task<string> Plan<T>(BatonDb db, IQueryable<T> query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return string.Join("; ", plan);
    }

    private static async Task<List<JsonElement>> Items(Cast reader, TestApp app, string query) =>
        [.. (await reader.Read($"/api/spaces/{app.Launch}/activity?{query}")).GetProperty("items").EnumerateArray()];
}
