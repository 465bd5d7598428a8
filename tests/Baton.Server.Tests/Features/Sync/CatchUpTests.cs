using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Sync;

public sealed class CatchUpTests
{
    [Fact]
    public async Task Many_spaces_are_caught_up_at_once()
    {
        await using var app = await TestApp.Start();
        var before = await app.Ben.Version(app.Launch);
        await app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = "Lift-off" }).Body();

        var answers = await Ask(app.Ben, (app.Launch, before), (app.Ben.PersonalSpaceId, 0));

        Assert.Equal(["space.changed"], answers[0].GetProperty("changes").EnumerateArray().Select(c => c.Text("kind")));
        Assert.Equal(before + 1, answers[0].GetProperty("version").GetInt64());
        Assert.Equal(
            (await app.Ben.Kinds(app.Ben.PersonalSpaceId)),
            answers[1].GetProperty("changes").EnumerateArray().Select(c => c.Text("kind")!));
        Assert.All(answers,
            answer => Assert.Equal((false, false, false),
                (Is(answer, "more"), Is(answer, "gone"), Is(answer, "expired"))));
    }

    [Fact]
    public async Task A_space_that_is_not_mine_any_more_is_gone()
    {
        await using var app = await TestApp.Start();
        var before = await app.Ben.Version(app.Launch);
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Ben.Id}").Body();

        var answer = Assert.Single(await Ask(app.Ben, (app.Launch, before)));

        Assert.True(Is(answer, "gone"));
        Assert.Equal((0, 0L),
            (answer.GetProperty("changes").GetArrayLength(), answer.GetProperty("version").GetInt64()));
    }

    [Fact]
    public async Task An_outsider_cannot_tell_a_space_that_exists_from_one_that_does_not()
    {
        await using var app = await TestApp.Start();
        var nowhere = Guid.CreateVersion7();

        var answers = await Ask(app.Mallory, (app.Launch, 0), (nowhere, 0));

        Assert.Equal(
            answers[0].GetRawText().Replace(app.Launch.ToString(), "", StringComparison.Ordinal),
            answers[1].GetRawText().Replace(nowhere.ToString(), "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_than_one_answer_holds_comes_in_rounds()
    {
        await using var app = await TestApp.Start();
        var before = await app.Ben.Version(app.Launch);
        await app.InDb(db =>
        {
            for (var i = 0; i < 2100; i++)
            {
                db.Announce(app.Launch, "space.changed", app.Launch, null, new { Id = app.Launch });
            }

            return db.SaveChangesAsync();
        });

        var own = (await app.Ben.Kinds(app.Ben.PersonalSpaceId)).Count;
        var first = await Ask(app.Ben, (app.Launch, before), (app.Ben.PersonalSpaceId, 0));
        Assert.Equal((2000 - own, own), (Count(first[0]), Count(first[1])));
        Assert.Equal((true, false), (Is(first[0], "more"), Is(first[1], "more")));

        var reached = first[0].GetProperty("changes")[2000 - own - 1].GetProperty("version").GetInt64();
        var second = Assert.Single(await Ask(app.Ben, (app.Launch, reached)));
        Assert.Equal(100 + own, Count(second));
        Assert.False(Is(second, "more"));
    }

    [Fact]
    public async Task Of_many_spaces_that_have_much_to_tell_each_tells_as_much()
    {
        await using var app = await TestApp.Start();
        var spaces = new List<Guid>();
        foreach (var key in new[] { "ONE", "TWO", "THR", "FOU" })
        {
            spaces.Add(await Busy(app, key, 600));
        }

        var answers = await Ask(app.Ada, [.. spaces.Select(id => (id, 0L))]);

        Assert.All(answers, answer => Assert.Equal((500, true), (Count(answer), Is(answer, "more"))));
        Assert.Equal(spaces, answers.Select(a => a.Id()));
        Assert.All(answers, answer => Assert.Equal(
            Enumerable.Range(1, 500),
            answer.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("version").GetInt32())));
    }

    [Fact]
    public async Task Many_spaces_cost_no_more_queries_than_one()
    {
        using var queries = new Queries();
        await using var app = await TestApp.Start();
        var spaces = new List<Guid>();
        foreach (var key in new[] { "ONE", "TWO", "THR" })
        {
            spaces.Add(await Busy(app, key, 3));
        }

        var one = await queries.During(app, () => Ask(app.Ada, (spaces[0], 0)));
        var all = await queries.During(app, () => Ask(app.Ada, [.. spaces.Select(id => (id, 0L))]));

        Assert.Equal(one, all);
    }

    [Fact]
    public async Task A_space_that_is_asked_for_twice_is_answered_once()
    {
        await using var app = await TestApp.Start();

        var answer = Assert.Single(await Ask(app.Ben, (app.Launch, 0), (app.Launch, 1)));

        Assert.Equal(await app.Ben.Kinds(app.Launch),
            answer.GetProperty("changes").EnumerateArray().Select(c => c.Text("kind")!));
    }

    [Fact]
    public async Task What_is_no_longer_kept_is_said_to_have_expired()
    {
        await using var app = await TestApp.Start();
        await Expire(app, 3);

        foreach (var (after, expired) in new (long, bool)[] { (0, true), (2, true), (3, false), (1_000_000, true) })
        {
            Assert.Equal(expired, Is(Assert.Single(await Ask(app.Ben, (app.Launch, after))), "expired"));
            var one = app.Ben.Get($"/api/spaces/{app.Launch}/changes?after={after}");
            if (expired)
            {
                await one.Refused(410, "changes-expired");
            }
            else
            {
                await one.Body();
            }
        }
    }

    [Fact]
    public async Task One_space_is_read_in_rounds_too()
    {
        await using var app = await TestApp.Start();

        var first = await app.Ben.Read($"/api/spaces/{app.Launch}/changes?after=0&limit=2");

        Assert.Equal([1, 2],
            first.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("version").GetInt64()));
        Assert.True(first.GetProperty("more").GetBoolean());
    }

    [Theory]
    [InlineData("""{"spaces":[{"id":"01936f00-0000-7000-8000-000000000001","after":-1}]}""", "spaces[0].after")]
    [InlineData("""{"spaces":null}""", "spaces")]
    [InlineData("""{}""", "spaces")]
    public async Task A_bad_question_names_the_field(string body, string field)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Post("/api/changes", JsonElement.Parse(body)).Refused(400, "invalid", field);
    }

    [Fact]
    public async Task Too_many_spaces_are_refused()
    {
        await using var app = await TestApp.Start();

        var spaces = Enumerable.Range(0, 501).Select(_ => new { id = Guid.CreateVersion7(), after = 0 });

        await app.Ben.Post("/api/changes", new { spaces }).Refused(400, "invalid", "spaces");
    }

    private static async Task<List<JsonElement>> Ask(Cast person, params (Guid Id, long After)[] spaces) =>
        [.. (await person.Post("/api/changes", new { spaces = spaces.Select(s => new { s.Id, s.After }) }).Body())
            .GetProperty("spaces").EnumerateArray()];

    private static async Task<Guid> Busy(TestApp app, string key, int changes)
    {
        var id = Guid.CreateVersion7();
        await app.Ada.Post("/api/spaces", new { id, kind = "group", name = key, key, personIds = Array.Empty<Guid>() })
            .Body();
        await app.InDb(db =>
        {
            for (var i = 0; i < changes; i++)
            {
                db.Announce(id, "space.changed", id, null, new { Id = id });
            }

            return db.SaveChangesAsync();
        });
        return id;
    }

    private static int Count(JsonElement answer) => answer.GetProperty("changes").GetArrayLength();

    private static bool Is(JsonElement answer, string what) => answer.GetProperty(what).GetBoolean();

    private static Task<int> Expire(
        TestApp app, long version) => app.InDb(db => app.Services.GetRequiredService<Commits>().Run(
        db,
        inside => inside.Streams.Where(s => s.SpaceId == app.Launch)
            .ExecuteUpdateAsync(s => s.SetProperty(stream => stream.ExpiredVersion, version)),
        CancellationToken.None));
}
