using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Accounts;

public sealed class RevokeSessionTests
{
    [Fact]
    public async Task My_sessions_are_listed_for_me_newest_first()
    {
        await using var app = await TestApp.Start();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.SignIn(app.Ben.Email);

        var sessions = (await app.Ben.Read("/api/sessions")).EnumerateArray().ToList();

        Assert.Equal(2, sessions.Count);
        Assert.False(sessions[0].GetProperty("current").GetBoolean());
        Assert.True(sessions[1].GetProperty("current").GetBoolean());
        Assert.NotEmpty(sessions[0].Text("device")!);
    }

    [Fact]
    public async Task A_revoked_browser_is_signed_out_and_its_live_feed_ends()
    {
        await using var app = await TestApp.Start();
        var phone = app.Ben with { Browser = await app.SignIn(app.Ben.Email) };
        await using var feed = await Feed.Open(phone);
        await feed.Next("hello");
        var session = await Other(app.Ben);

        await app.Ben.Delete($"/api/sessions/{session}").Body();

        await feed.Next("bye");
        Assert.True(await feed.Ended());
        await phone.Get("/api/me").Refused(401, "sign-in-needed");
        await app.Ben.Get("/api/me").Body();
    }

    [Fact]
    public async Task A_feed_of_another_session_goes_on()
    {
        await using var app = await TestApp.Start();
        await app.SignIn(app.Ben.Email);
        await using var feed = await Feed.Open(app.Ben);
        await feed.Next("hello");

        await app.Ben.Delete($"/api/sessions/{await Other(app.Ben)}").Body();
        await app.Ben.Patch("/api/me", new { theme = "dark" }).Body();

        Assert.Equal("me.changed", (await feed.Next("change")).Text("kind"));
    }

    [Fact]
    public async Task The_feed_of_a_session_that_ended_elsewhere_is_closed_within_seconds()
    {
        await using var app = await TestApp.Start();
        await using var feed = await Feed.Open(app.Ben);
        await feed.Next("hello");
        await using var kept = await Feed.Open(app.Mei);
        await kept.Next("hello");
        // As another node does it.
        await app.InDb(async db =>
        {
            db.Sessions.RemoveRange(await db.Sessions.Where(s => s.PersonId == app.Ben.Id).ToListAsync());
            return await db.SaveChangesAsync();
        });

        app.Clock.Advance(TimeSpan.FromSeconds(5));

        await feed.Next("bye");
        Assert.True(await feed.Ended());
        await app.Ada.Said(app.Launch);
        Assert.Equal("message.posted", (await kept.Next("change")).Text("kind"));
    }

    [Fact]
    public async Task Revoking_twice_ends_one_session()
    {
        await using var app = await TestApp.Start();
        await app.SignIn(app.Ben.Email);
        var session = await Other(app.Ben);

        await app.Ben.Delete($"/api/sessions/{session}").Body();

        await app.Ben.Delete($"/api/sessions/{session}").Refused(404, "session-not-found");
        Assert.Single((await app.Ben.Read("/api/sessions")).EnumerateArray());
    }

    [Fact]
    public async Task Mallory_revokes_nobody_elses_session()
    {
        await using var app = await TestApp.Start();
        var session = (await app.Ben.Read("/api/sessions"))[0].Id();

        await app.Mallory.Delete($"/api/sessions/{session}").Refused(404, "session-not-found");
        await app.Ben.Get("/api/me").Body();
    }

    private static async Task<Guid> Other(Cast person) =>
        (await person.Read("/api/sessions")).EnumerateArray().Single(s => !s.GetProperty("current").GetBoolean()).Id();
}
