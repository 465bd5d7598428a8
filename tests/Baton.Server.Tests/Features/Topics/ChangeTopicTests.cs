using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Topics;

/// <summary>Renaming and following.</summary>
public sealed class ChangeTopicTests
{
    [Fact]
    public async Task A_member_renames_it()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Mei.Patch($"/api/topics/{id}", new { title = "Which  picture?" }).Body());

        Assert.Equal("Which picture?", (await app.Gus.Read($"/api/topics/{id}")).Text("title"));
        Assert.False((await app.Mei.Patch($"/api/topics/{id}", new { title = "Which picture?" }))
            .Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task Nobody_else_renames_it()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);

        await app.Gus.Patch($"/api/topics/{id}", new { title = "a" }).Refused(403, "right-missing");
        await app.Mallory.Patch($"/api/topics/{id}", new { title = "a" }).Refused(404, "topic-not-found");
        await app.Ben.Patch($"/api/topics/{id}", new { title = "" }).Refused(400, "invalid", "title");
        await app.Ben.Patch($"/api/topics/{id}", new { title = new string('x', 201) }).Refused(400, "invalid", "title");
    }

    [Fact]
    public async Task Everybody_who_reads_it_follows_it_as_they_like()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);

        await Transitions.VerifyTransition(app.Mei, app.Launch,
            () => app.Gus.Put($"/api/topics/{id}/followers/me").Body());
        Assert.False((await app.Gus.Put($"/api/topics/{id}/followers/me")).Headers.Contains("Baton-Changes"));
        await Transitions.VerifyTransition(app.Mei, app.Launch,
            () => app.Gus.Delete($"/api/topics/{id}/followers/me").Body());
        Assert.False((await app.Gus.Delete($"/api/topics/{id}/followers/me")).Headers.Contains("Baton-Changes"));

        await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body();
        await app.Gus.Put($"/api/topics/{id}/followers/me").Refused(409, "space-archived");
        await app.Mallory.Put($"/api/topics/{id}/followers/me").Refused(404, "topic-not-found");
        await app.Mallory.Delete($"/api/topics/{id}/followers/me").Refused(404, "topic-not-found");
    }
}
