using Baton.Server.Features.Spaces;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Baton.Server.Tests.Support.Transitions;

namespace Baton.Server.Tests.Features.People;

public sealed class RemovePersonTests
{
    [Fact]
    public async Task It_takes_as_many_queries_for_many_spaces_as_for_one()
    {
        using var queries = new Queries();
        await using var app = await TestApp.Start();
        var others = new[] { app.Ben.Id };
        foreach (var (leader,
            spaces) in new[] { (await app.Hire("Nia"), 1), (app.Mallory, 1), (await app.Hire("Oto"), 3) })
        {
            for (var made = 0; made < spaces; made++)
            {
                await leader.Post("/api/spaces",
                    new { id = Guid.CreateVersion7(), kind = "group", name = "Led", personIds = others }).Body();
            }
        }

        var people = await app.InDb(db => db.People.ToDictionaryAsync(p => p.Name, p => p.Id));
        await app.Ada.Delete($"/api/people/{people["Nia"]}").Body();

        Assert.Equal(
            await queries.During(app, () => app.Ada.Delete($"/api/people/{people["Mallory"]}").Body()),
            await queries.During(app, () => app.Ada.Delete($"/api/people/{people["Oto"]}").Body()));
        // And that of his personal space.
        Assert.Equal(6,
            await app.InDb(
                db => db.Memberships.CountAsync(m => m.PersonId == app.Ben.Id && m.Role == SpaceRole.Admin)));
    }

    [Fact]
    public async Task Who_is_removed_is_out_at_once()
    {
        await using var app = await TestApp.Start();
        await using var feed = await Feed.Open(app.Ben);
        await feed.Next("hello");

        await VerifyTransition(app.Mei, app.Launch, () => app.Ada.Delete($"/api/people/{app.Ben.Id}").Body());

        await app.Ben.Get("/api/me").Refused(401, "sign-in-needed");
        while (!await feed.Ended())
        {
            // What happened on the way out.
        }

        Assert.DoesNotContain((await app.Ada.Read("/api/people")).GetProperty("items").EnumerateArray(),
            p => p.Id() == app.Ben.Id);
    }

    [Fact]
    public async Task Removing_twice_removes_once()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Delete($"/api/people/{app.Ben.Id}").Body();

        var again = await app.Ada.Delete($"/api/people/{app.Ben.Id}");

        Assert.True(again.IsSuccessStatusCode);
        Assert.False(again.Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task A_space_that_only_they_led_gets_its_oldest_member_as_admin()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        await app.Ben.Post("/api/spaces",
            new { id, kind = "group", name = "Relaunch", personIds = new[] { app.Gus.Id, app.Mei.Id } }).Body();

        await VerifyTransition(app.Mei, id, () => app.Ada.Delete($"/api/people/{app.Ben.Id}").Body());

        var seats = await app.InDb(db => db.Memberships.Where(m => m.SpaceId == id).ToListAsync());
        Assert.Equal(SpaceRole.Admin, seats.Single(m => m.PersonId == app.Mei.Id).Role);
        Assert.Equal(2, seats.Count);
    }

    [Fact]
    public async Task A_space_where_only_guests_are_left_rests_in_the_archive()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        await app.Ben.Post("/api/spaces",
            new { id, kind = "group", name = "Relaunch", personIds = new[] { app.Gus.Id } }).Body();

        await VerifyTransition(app.Gus, id, () => app.Ada.Delete($"/api/people/{app.Ben.Id}").Body());

        Assert.NotNull((await app.Gus.Read($"/api/spaces/{id}/snapshot")).GetProperty("space").Text("archivedAt"));
    }

    [Fact]
    public async Task Their_invitations_end_with_them()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ben, Invitations.To(app, "guest", [app.Launch]));

        await app.Ada.Delete($"/api/people/{app.Ben.Id}").Body();

        await Invitations.Join(app, code, "Nia").Refused(409, "invitation-over");
    }

    [Fact]
    public async Task Mallory_removes_nobody()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Delete($"/api/people/{app.Ben.Id}").Refused(403, "right-missing");
        await app.Gus.Delete($"/api/people/{app.Mallory.Id}").Refused(404, "person-not-found");
        await app.Ada.Delete($"/api/people/{Guid.CreateVersion7()}").Refused(404, "person-not-found");
        await app.Ada.Delete($"/api/people/{app.Ada.Id}").Refused(409, "own-account");
    }

    [Fact]
    public async Task Of_two_owners_who_remove_each_other_at_once_one_stays()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch($"/api/people/{app.Ben.Id}", new { workspaceRole = "owner" }).Body();

        await Task.WhenAll(app.Ada.Delete($"/api/people/{app.Ben.Id}"), app.Ben.Delete($"/api/people/{app.Ada.Id}"));

        Assert.Equal(1, await app.InDb(db => db.People.CountAsync(
            p => p.WorkspaceRole == Baton.Server.Features.Accounts.WorkspaceRole.Owner && p.LeftAt == null)));
    }
}
