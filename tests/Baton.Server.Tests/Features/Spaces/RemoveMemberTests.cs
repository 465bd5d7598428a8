using System.Net;
using Baton.Server.Features.Spaces;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Spaces;

public sealed class RemoveMemberTests
{
    [Fact]
    public async Task Who_is_removed_hears_it_in_their_own_space_and_reads_nothing_more()
    {
        await using var app = await TestApp.Start();

        await Transitions.VerifyTransition(app.Mei, app.Launch, () => Remove(app.Ada, app, app.Ben).Body());

        var told = (await app.Ben.Changes(app.Ben.PersonalSpaceId))[^1];
        Assert.Equal(("space.left", app.Launch), (told.Text("kind"), told.GetProperty("payload").Id()));
        foreach (var path in (string[])["", "/snapshot", "/changes", "/activity"])
        {
            await app.Ben.Get($"/api/spaces/{app.Launch}{path}").Refused(404, "space-not-found");
        }
    }

    [Fact]
    public async Task Their_feed_carries_the_space_no_more()
    {
        await using var app = await TestApp.Start();
        await using var feed = await Feed.Open(app.Ben);
        await feed.Next("hello");

        await Remove(app.Ada, app, app.Ben).Body();
        await app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = "Without Ben" }).Body();
        await app.Ben.Put($"/api/spaces/{app.Ben.PersonalSpaceId}/pin", new { orderKey = "a0" }).Body();

        var heard = new List<string>();
        while (heard.LastOrDefault() != "space.pinned")
        {
            heard.Add((await feed.Next("change")).Text("kind")!);
        }

        Assert.Equal(["member.left", "space.left", "space.pinned"], heard.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Members_and_guests_may_leave()
    {
        await using var app = await TestApp.Start();

        await Transitions.VerifyTransition(app.Ada, app.Launch, () => Remove(app.Ben, app, app.Ben).Body());
        await Transitions.VerifyTransition(app.Ada, app.Launch, () => Remove(app.Gus, app, app.Gus).Body());
    }

    [Fact]
    public async Task Doing_it_twice_or_at_once_does_it_once()
    {
        await using var app = await TestApp.Start();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Remove(app.Ada, app, app.Ben).Body()));
        await Remove(app.Ada, app, app.Ben).Repeated();
        await Remove(app.Ben, app, app.Ben).Repeated();

        Assert.Single(await app.Ada.Kinds(app.Launch), "member.left");
    }

    [Fact]
    public async Task An_outsider_removes_nobody()
    {
        await using var app = await TestApp.Start();

        await Remove(app.Mallory, app, app.Ben).Refused(404, "space-not-found");
        await Remove(app.Mallory, app, app.Mallory).Repeated();
    }

    [Fact]
    public async Task Members_and_guests_remove_nobody_else()
    {
        await using var app = await TestApp.Start();

        await Remove(app.Ben, app, app.Mei).Refused(403, "right-missing");
        await Remove(app.Gus, app, app.Ada).Refused(403, "right-missing");
    }

    [Fact]
    public async Task Nobody_leaves_a_direct_or_a_personal_space()
    {
        await using var app = await TestApp.Start();
        var direct = (await app.Ben.Post("/api/spaces",
            new { id = Guid.CreateVersion7(), kind = "direct", personIds = new[] { app.Mei.Id } }).Body()).Id();

        await app.Ben.Delete($"/api/spaces/{direct}/members/{app.Ben.Id}").Refused(403, "right-missing");
        await app.Ben.Delete($"/api/spaces/{app.Ben.PersonalSpaceId}/members/{app.Ben.Id}")
            .Refused(403, "right-missing");
    }

    [Fact]
    public async Task The_last_admin_leaves_only_when_there_is_a_successor()
    {
        await using var app = await TestApp.Start();

        await Remove(app.Ada, app, app.Ada).Refused(409, "last-admin");
        await app.Ada.Put($"/api/spaces/{app.Launch}/members/{app.Ben.Id}", new { role = "admin" }).Body();
        await Remove(app.Ada, app, app.Ada).Body();
    }

    [Fact]
    public async Task Of_all_admins_who_leave_at_once_one_must_stay()
    {
        await using var app = await TestApp.Start();
        Cast[] admins = [app.Ada, app.Ben, app.Mei, await app.Hire("Nia")];
        foreach (var admin in admins[1..])
        {
            await app.Ada.Put($"/api/spaces/{app.Launch}/members/{admin.Id}", new { role = "admin" }).Body();
        }

        var answers = await Task.WhenAll(admins.Select(admin => Remove(admin, app, admin)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Conflict);
        Assert.Equal(1,
            await app.InDb(db => db.Memberships.CountAsync(m => m.SpaceId == app.Launch && m.Role == SpaceRole.Admin)));
    }

    [Fact]
    public async Task Two_admins_who_remove_each_other_leave_one()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Put($"/api/spaces/{app.Launch}/members/{app.Ben.Id}", new { role = "admin" }).Body();

        await Task.WhenAll(Remove(app.Ada, app, app.Ben), Remove(app.Ben, app, app.Ada));

        Assert.Equal(1,
            await app.InDb(db => db.Memberships.CountAsync(m => m.SpaceId == app.Launch && m.Role == SpaceRole.Admin)));
    }

    private static Task<HttpResponseMessage> Remove(Cast actor, TestApp app, Cast person) =>
        actor.Delete($"/api/spaces/{app.Launch}/members/{person.Id}");
}
