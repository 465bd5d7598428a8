using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Topics;

public sealed class ListTopicsTests
{
    [Fact]
    public async Task The_latest_comes_first_and_pages_follow()
    {
        await using var app = await TestApp.Start();
        await Open(app, "one", "two", "three");
        var path = $"/api/spaces/{app.Launch}/topics?limit=2";

        var first = await app.Gus.Read(path);
        var second = await app.Gus.Read($"{path}&cursor={first.Text("next")}");

        Assert.Equal("three two", Titles(first));
        Assert.Equal("one", Titles(second));
        Assert.Null(second.Text("next"));
    }

    [Fact]
    public async Task It_is_filtered_by_state_and_by_a_part_of_the_title_in_any_case()
    {
        await using var app = await TestApp.Start();
        var ids = await Open(app, "Über_uns", "Überschrift", "Preise");
        await app.Ben.Put($"/api/topics/{ids[0]}/closure", new { outcome = "nothing" }).Body();

        Assert.Equal("Überschrift Über_uns", Titles(await app.Gus.Read($"/api/spaces/{app.Launch}/topics?text=ÜBER")));
        Assert.Equal("Über_uns", Titles(await app.Gus.Read($"/api/spaces/{app.Launch}/topics?text=_")));
        Assert.Equal("Über_uns", Titles(await app.Gus.Read($"/api/spaces/{app.Launch}/topics?state=closed")));
        Assert.Equal("Preise Überschrift", Titles(await app.Gus.Read($"/api/spaces/{app.Launch}/topics?state=open")));
    }

    [Fact]
    public async Task Topics_from_before_a_newcomers_time_are_not_theirs()
    {
        await using var app = await TestApp.Start();
        var ids = await Open(app, "before");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var nia = await app.Newcomer(app.Launch);
        await Open(app, "after");

        Assert.Equal("after", Titles(await nia.Read($"/api/spaces/{app.Launch}/topics")));
        Assert.Equal(1, (await nia.Read($"/api/spaces/{app.Launch}/snapshot")).GetProperty("topics").GetArrayLength());
        await nia.Get($"/api/topics/{ids[0]}").Refused(404, "topic-not-found");
        await nia.Answer(ids[0]).Refused(404, "topic-not-found");
    }

    [Fact]
    public async Task A_snapshot_has_the_newest_messages_of_each_topic()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);
        for (var i = 0; i < 203; i++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await app.Ben.Answer(id, $"{i}").Body();
        }

        await app.Ben.Opened(app.Launch, "Another");
        var messages = (await app.Gus.Read($"/api/spaces/{app.Launch}/snapshot"))
            .GetProperty("messages").EnumerateArray().ToList();

        Assert.Equal(201, messages.Count);
        Assert.DoesNotContain(messages, m => m.Text("body") is "0" or "1" or "2");
        Assert.Contains(messages, m => m.Text("body") == "3");
    }

    [Fact]
    public async Task An_outsider_finds_no_such_space()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Get($"/api/spaces/{app.Launch}/topics").Refused(404, "space-not-found");
        await app.Gus.Get($"/api/spaces/{app.Launch}/topics?state=lost").Refused(400, "invalid", "state");
        await app.Gus.Get($"/api/spaces/{app.Launch}/topics?cursor=x").Refused(400, "invalid", "cursor");
        await app.Gus.Get($"/api/spaces/{app.Launch}/topics?limit=201").Refused(400, "invalid", "limit");
    }

    private static async Task<List<Guid>> Open(TestApp app, params string[] titles)
    {
        var ids = new List<Guid>();
        foreach (var title in titles)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            ids.Add(await app.Ben.Opened(app.Launch, title));
        }

        return ids;
    }

    private static string Titles(JsonElement page) =>
        string.Join(' ', page.GetProperty("items").EnumerateArray().Select(t => t.Text("title")));
}
