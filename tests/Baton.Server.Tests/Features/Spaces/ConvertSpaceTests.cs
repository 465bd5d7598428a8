using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Spaces;

public sealed class ConvertSpaceTests
{
    [Fact]
    public async Task It_takes_as_many_queries_with_many_people_as_with_two()
    {
        using var queries = new Queries();
        await using var app = await TestApp.Start();
        var (two, four) = (await Direct(app.Mei), await Direct(app.Mei, app.Ada, app.Gus));
        await Convert(app.Ben, await Direct(app.Ada), "all").Body();

        Assert.Equal(
            await queries.During(app, () => Convert(app.Ben, two, "all").Body()),
            await queries.During(app, () => Convert(app.Ben, four, "all").Body()));

        async Task<Guid> Direct(params Cast[] with) => (await app.Ben.Post(
            "/api/spaces", new { id = Guid.CreateVersion7(), kind = "direct", personIds = with.Select(p => p.Id) })
                .Body()).Id();
    }

    [Fact]
    public async Task Equals_become_admins_and_newcomers_come_in()
    {
        await using var app = await TestApp.Start();
        var direct = await Meet(app);

        await Transitions.VerifyTransition(app.Mei, direct,
            () => Convert(app.Ben, direct, "all", app.Ada, app.Gus).Body());

        var space = await app.Ada.Read($"/api/spaces/{direct}");
        Assert.Equal(("group", "Press kit", "PRES", "member"),
            (space.Text("kind"), space.Text("name"), space.Text("key"), space.Text("role")));
        Assert.Equal("admin", (await app.Mei.Read($"/api/spaces/{direct}")).Text("role"));
        Assert.Equal("guest", (await app.Gus.Read($"/api/spaces/{direct}")).Text("role"));
        Assert.Equal("space.accessChanged", (await app.Mei.Kinds(app.Mei.PersonalSpaceId))[^1]);
    }

    [Fact]
    public async Task Newcomers_see_the_past_when_it_was_opened_to_them()
    {
        await using var app = await TestApp.Start();
        var direct = await Meet(app);

        await Convert(app.Ben, direct, "all", app.Ada).Body();

        Assert.Contains("space.created", await app.Ada.Kinds(direct));
    }

    [Fact]
    public async Task Newcomers_see_nothing_of_a_past_that_was_not()
    {
        await using var app = await TestApp.Start();
        var direct = await Meet(app);
        app.Clock.Advance(TimeSpan.FromHours(1));
        var before = await app.Ben.Version(direct);
        await Convert(app.Ben, direct, "none", app.Ada).Body();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Ben.Put($"/api/spaces/{direct}/members/{app.Mallory.Id}", new { role = "member" }).Body();

        foreach (var newcomer in (Cast[])[app.Ada, app.Mallory])
        {
            for (var after = 0L; after < before; after++)
            {
                await newcomer.Get($"/api/spaces/{direct}/changes?after={after}").Refused(410, "changes-expired");
                var caught = await newcomer.Post("/api/changes", new { spaces = new[] { new { id = direct, after } } })
                    .Body();
                Assert.True(caught.GetProperty("spaces")[0].GetProperty("expired").GetBoolean());
            }

            var activity = (await newcomer.Read($"/api/spaces/{direct}/activity"))
                .GetProperty("items").EnumerateArray();
            Assert.All(activity, item => Assert.True(item.GetProperty("version").GetInt64() > before));
            Assert.Equal("space.converted", (await newcomer.Kinds(direct, before))[0]);
        }

        Assert.Contains("space.created", await app.Mei.Kinds(direct));
    }

    [Fact]
    public async Task Doing_it_twice_or_at_once_does_it_once()
    {
        await using var app = await TestApp.Start();
        var direct = await Meet(app);

        await Task.WhenAll(Convert(app.Ben, direct, "all").Body(), Convert(app.Mei, direct, "all").Body());
        await Convert(app.Ben, direct, "all").Repeated();

        Assert.Single(await app.Ben.Kinds(direct), "space.converted");
    }

    [Fact]
    public async Task The_same_people_can_meet_in_private_again()
    {
        await using var app = await TestApp.Start();
        var direct = await Meet(app);
        await Convert(app.Ben, direct, "all").Body();

        Assert.NotEqual(direct, await Meet(app));
    }

    [Fact]
    public async Task An_outsider_converts_nothing()
    {
        await using var app = await TestApp.Start();

        await Convert(app.Mallory, await Meet(app), "all", app.Mallory).Refused(404, "space-not-found");
    }

    [Fact]
    public async Task Only_a_direct_space_is_converted()
    {
        await using var app = await TestApp.Start();

        await Convert(app.Ada, app.Launch, "all").Refused(403, "right-missing");
        await Convert(app.Ben, app.Ben.PersonalSpaceId, "all").Refused(403, "right-missing");
    }

    [Fact]
    public async Task A_guest_in_it_does_not_convert_it()
    {
        await using var app = await TestApp.Start();
        var direct = (await app.Ben.Post("/api/spaces",
            new { id = Guid.CreateVersion7(), kind = "direct", personIds = new[] { app.Gus.Id } }).Body()).Id();

        await Convert(app.Gus, direct, "all").Refused(403, "right-missing");
    }

    [Theory]
    [InlineData("""{"name":"","history":"all"}""", "name")]
    [InlineData("""{"history":"all"}""", "name")]
    [InlineData("""{"name":"A","history":"some"}""", "history")]
    [InlineData("""{"name":"A"}""", "history")]
    [InlineData("""{"name":"A","history":"all","colour":"mauve"}""", "colour")]
    public async Task A_bad_request_names_the_field(string body, string field)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Post($"/api/spaces/{await Meet(app)}/conversion", JsonElement.Parse(body))
            .Refused(400, "invalid", field);
    }

    [Fact]
    public async Task An_unknown_newcomer_spoils_it_all()
    {
        await using var app = await TestApp.Start();
        var direct = await Meet(app);

        await app.Ben.Post($"/api/spaces/{direct}/conversion",
            new { name = "A", history = "all", personIds = new[] { Guid.CreateVersion7() } })
            .Refused(404, "person-not-found");

        Assert.Equal("direct", (await app.Ben.Read($"/api/spaces/{direct}")).Text("kind"));
    }

    private static async Task<Guid> Meet(TestApp app) =>
        (await app.Ben.Post("/api/spaces",
            new { id = Guid.CreateVersion7(), kind = "direct", personIds = new[] { app.Mei.Id } }).Body()).Id();

    private static Task<HttpResponseMessage> Convert(
        Cast actor, Guid spaceId, string history, params Cast[] newcomers) => actor.Post(
        $"/api/spaces/{spaceId}/conversion",
        new { name = "Press kit", emoji = "📣", colour = "amber", history, personIds = newcomers.Select(n => n.Id) });
}
