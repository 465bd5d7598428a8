using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Baton.Server.Tests.Support.Transitions;

namespace Baton.Server.Tests.Features.People;

public sealed class DeleteAccountTests
{
    [Fact]
    public async Task My_name_my_sessions_and_my_seats_go()
    {
        await using var app = await TestApp.Start();
        await using var feed = await Feed.Open(app.Ben);
        await feed.Next("hello");

        await VerifyTransition(app.Mei, app.Launch,
            () => app.Ben.Post("/api/me/deletion", new { password = TestApp.Password }).Body());

        await app.Ben.Get("/api/me").Refused(401, "sign-in-needed");
        await app.Stranger().PostJson("/api/sessions", new { email = app.Ben.Email, password = TestApp.Password })
            .Refused(401, "sign-in-refused");
        var changes = (await app.Mei.Read($"/api/spaces/{app.Launch}/changes"))
            .GetProperty("changes").EnumerateArray().ToList();
        var person = changes.Last(c => c.Text("kind") == "person.changed").GetProperty("payload");
        Assert.Equal("Former member", person.Text("name"));
        Assert.True(person.GetProperty("former").GetBoolean());
        Assert.Equal("member.left", changes[^1].Text("kind"));
        var row = await app.InDb(db => db.People.SingleAsync(p => p.Id == app.Ben.Id));
        Assert.Null(row.Email);
        Assert.Null(row.PasswordHash);
        while (!await feed.Ended())
        {
            // What happened on the way out.
        }
    }

    [Fact]
    public async Task The_address_is_free_for_somebody_new()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Post("/api/me/deletion", new { password = TestApp.Password }).Body();

        await Invitations.Join(app, await Invitations.Make(app.Ada, Invitations.To(app)), "Ben").Body();
    }

    [Fact]
    public async Task Who_wrote_with_me_alone_still_sees_that_it_was_somebody()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        await app.Ben.Post("/api/spaces", new { id, kind = "direct", personIds = new[] { app.Mei.Id } }).Body();

        await VerifyTransition(app.Mei, id,
            () => app.Ben.Post("/api/me/deletion", new { password = TestApp.Password }).Body());

        var people = (await app.Mei.Read($"/api/spaces/{id}/snapshot")).GetProperty("people").EnumerateArray();
        Assert.Contains(people, p => p.Text("name") == "Former member");
    }

    [Fact]
    public async Task Who_leads_a_space_names_a_successor_first()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        await app.Ben.Post("/api/spaces",
            new { id, kind = "group", name = "Relaunch", personIds = new[] { app.Mei.Id } }).Body();
        await app.Ben.Post("/api/spaces", new { id = Guid.CreateVersion7(), kind = "group", name = "Alone" }).Body();

        var refused = await app.Ben.Post("/api/me/deletion", new { password = TestApp.Password });

        await Task.FromResult(refused).Refused(409, "successor-needed");
        var present = System.Text.Json.JsonElement.Parse(await refused.Content.ReadAsStringAsync())
            .GetProperty("present");
        Assert.Equal("Relaunch", Assert.Single(present.GetProperty("spaces").EnumerateArray()).Text("name"));

        await app.Ben.Put($"/api/spaces/{id}/members/{app.Mei.Id}", new { role = "admin" }).Body();
        await app.Ben.Post("/api/me/deletion", new { password = TestApp.Password }).Body();
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Put($"/api/spaces/{app.Launch}/members/{app.Mei.Id}", new { role = "admin" }).Body();

        await app.Ada.Post("/api/me/deletion", new { password = TestApp.Password }).Refused(409, "last-owner");
        Assert.Equal("Ada", (await app.Ada.Read("/api/me")).GetProperty("person").Text("name"));
    }

    [Fact]
    public async Task My_password_is_asked_for()
    {
        await using var app = await TestApp.Start();

        await app.Ben.Post("/api/me/deletion", new { password = "a wrong one" }).Refused(400, "invalid", "password");
        await app.Ben.Get("/api/me").Body();
    }
}
