using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Sync;

public sealed class LiveTests
{
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

        await app.Ben.Post("/api/spaces", new { id, kind = "group", name = "Relaunch", personIds = new[] { app.Mei.Id } }).Body();

        var change = await feed.Next("change");
        Assert.Equal("space.joined", change.Text("kind"));
        Assert.Equal(id, change.Id("itemId"));
    }

    [Fact]
    public async Task A_stranger_gets_no_feed()
    {
        await using var app = await TestApp.Start();

        await app.Stranger().GetAsync("/api/live").Refused(401, "sign-in-needed");
    }
}
