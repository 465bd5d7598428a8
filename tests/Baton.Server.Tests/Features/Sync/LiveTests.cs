using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Sync;

public sealed class LiveTests
{
    private static readonly Dictionary<string, string> Few = new(StringComparer.Ordinal)
    {
        ["Limits:FeedsPerPerson"] = "3",
        ["Limits:FeedsPerSession"] = "2",
    };

    [Fact]
    public async Task The_feed_begins_with_the_version_of_every_space_of_mine()
    {
        await using var app = await TestApp.Start();
        await using var feed = await Feed.Open(app.Ben);

        var hello = await feed.Next("hello");

        var spaces = hello.GetProperty("spaces").EnumerateObject().Select(s => Guid.Parse(s.Name)).Order();
        Assert.Equal(new[] { app.Launch, app.Ben.PersonalSpaceId }.Order(), spaces);
    }

    [Fact]
    public async Task Who_is_added_to_a_space_hears_it_at_once()
    {
        await using var app = await TestApp.Start();
        await using var feed = await Feed.Open(app.Mei);
        await feed.Next("hello");
        var id = Guid.CreateVersion7();

        await app.Ben.Post("/api/spaces",
            new { id, kind = "group", name = "Relaunch", personIds = new[] { app.Mei.Id } }).Body();

        var change = await feed.Next("change");
        Assert.Equal("space.joined", change.Text("kind"));
        Assert.Equal(id, change.Id("itemId"));
    }

    [Fact]
    public async Task A_feed_that_broke_off_goes_on_where_it_was()
    {
        await using var app = await TestApp.Start();
        string? last;
        await using (var feed = await Feed.Open(app.Ben))
        {
            await feed.Next("hello");
            await Rename(app, "one");
            await feed.Next("change");
            last = feed.LastEventId;
        }

        await Rename(app, "two");
        await Rename(app, "three");
        await using var again = await Feed.Open(app.Ben, last);
        await again.Next("hello");
        await Rename(app, "four");

        Assert.Equal("two", await NextName(again));
        Assert.Equal("three", await NextName(again));
        Assert.Equal("four", await NextName(again));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("19a2b3c4d5e-7")]
    [InlineData("19a2b3c4d5e-x")]
    public async Task A_place_this_server_does_not_remember_begins_anew(string lastEventId)
    {
        await using var app = await TestApp.Start();
        await using var relayed = await Feed.Open(app.Mei);
        await relayed.Next("hello");
        await Rename(app, "one");
        await relayed.Next("change");
        await using var feed = await Feed.Open(app.Ben, lastEventId);
        await feed.Next("hello");
        await Rename(app, "two");

        Assert.Equal("two", await NextName(feed));
    }

    [Fact]
    public async Task Who_left_meanwhile_is_replayed_nothing_of_the_space()
    {
        await using var app = await TestApp.Start();
        string? last;
        await using (var feed = await Feed.Open(app.Ben))
        {
            await feed.Next("hello");
            await Rename(app, "one");
            await feed.Next("change");
            last = feed.LastEventId;
        }

        await Rename(app, "two");
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Ben.Id}").Body();
        await Rename(app, "three");
        await using var again = await Feed.Open(app.Ben, last);
        var hello = await again.Next("hello");

        Assert.False(hello.GetProperty("spaces").TryGetProperty(app.Launch.ToString(), out _));
        Assert.Equal("space.left", (await again.Next("change")).Text("kind"));
    }

    [Fact]
    public async Task Who_comes_back_hears_the_space_again()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Ben.Id}").Body();
        await using var feed = await Feed.Open(app.Ben);
        await feed.Next("hello");

        await app.Ada.Put($"/api/spaces/{app.Launch}/members/{app.Ben.Id}", new { role = "guest" }).Body();
        await Rename(app, "welcome back");

        var heard = new List<string>();
        while (heard.LastOrDefault() != "space.changed")
        {
            heard.Add((await feed.Next("change")).Text("kind")!);
        }

        Assert.Contains("space.joined", heard);
    }

    [Fact]
    public async Task A_stranger_gets_no_feed()
    {
        await using var app = await TestApp.Start();

        await app.Stranger().GetAsync("/api/live").Refused(401, "sign-in-needed");
    }

    [Fact]
    public async Task A_feed_too_many_closes_the_oldest_of_its_person_and_nobody_elses()
    {
        await using var app = await TestApp.Start(Few);
        var feeds = new List<Feed>();
        foreach (var browser in new[] { app.Ben,
            await app.Visit(app.Ben), await app.Visit(app.Ben), app.Mei, await app.Visit(app.Ben) })
        {
            feeds.Add(await Opened(browser));
        }

        Assert.Equal("crowded", (await feeds[0].Next("bye")).Text("reason"));
        Assert.True(await feeds[0].Ended());
        await Rename(app, "Lift-off");
        Assert.All(await Task.WhenAll(feeds.Skip(1).Select(NextName)), name => Assert.Equal("Lift-off", name));
    }

    [Fact]
    public async Task A_browser_that_opens_too_many_closes_only_its_own()
    {
        await using var app = await TestApp.Start(Few);
        await using var other = await Opened(await app.Visit(app.Ben));
        await using var first = await Opened(app.Ben);
        await using var second = await Opened(app.Ben);
        await using var third = await Opened(app.Ben);

        Assert.Equal("crowded", (await first.Next("bye")).Text("reason"));
        await Rename(app, "Lift-off");
        Assert.All(await Task.WhenAll(NextName(other), NextName(second), NextName(third)),
            name => Assert.Equal("Lift-off", name));
    }

    private static async Task<Feed> Opened(Cast person)
    {
        var feed = await Feed.Open(person);
        await feed.Next("hello");
        return feed;
    }

    private static Task<JsonElement> Rename(TestApp app, string name) =>
        app.Ada.Patch($"/api/spaces/{app.Launch}", new { name }).Body();

    private static async Task<string?> NextName(Feed feed) =>
        (await feed.Next("change")).GetProperty("payload").Text("name");
}
