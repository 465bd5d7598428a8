using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Sync;

public sealed class TwoNodesTests
{
    [Fact(SkipUnless = nameof(OnPostgres), Skip = "Two nodes share a PostgreSQL database; SQLite serves one.")]
    public async Task A_change_made_at_one_node_reaches_who_listens_at_the_other()
    {
        await using var app = await TestApp.Start();
        await using var other = await app.SecondNode();
        await using var feed = await Feed.Open(await other.Visit(app.Mei));
        await feed.Next("hello");
        var id = Guid.CreateVersion7();

        await app.Ben.Post("/api/spaces",
            new { id, kind = "group", name = "Relaunch", personIds = new[] { app.Mei.Id } }).Body();

        Assert.Equal(id, (await feed.Next("change")).Id("itemId"));
    }

    [Fact(SkipUnless = nameof(OnPostgres), Skip = "Two nodes share a PostgreSQL database; SQLite serves one.")]
    public async Task A_session_revoked_at_one_node_ends_its_feed_at_the_other()
    {
        await using var app = await TestApp.Start();
        await using var other = await app.SecondNode();
        var visit = await other.Visit(app.Mei);
        await using var feed = await Feed.Open(visit);
        await feed.Next("hello");
        await using var kept = await Feed.Open(await other.Visit(app.Ben));
        await kept.Next("hello");
        var session = (await visit.Read("/api/sessions"))
            .EnumerateArray().Single(s => s.GetProperty("current").GetBoolean()).Id();

        await app.Mei.Delete($"/api/sessions/{session}").Body();
        other.Clock.Advance(TimeSpan.FromSeconds(5));

        await feed.Next("bye");
        Assert.True(await feed.Ended());
        await app.Ada.Said(app.Launch);
        Assert.Equal("message.posted", (await kept.Next("change")).Text("kind"));
    }

    public static bool OnPostgres => Environment.GetEnvironmentVariable("BATON_TEST_DATABASE") is { Length: > 0 };
}
