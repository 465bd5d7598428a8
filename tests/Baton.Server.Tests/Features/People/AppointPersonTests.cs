using Baton.Server.Features.Accounts;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Baton.Server.Tests.Support.Transitions;

namespace Baton.Server.Tests.Features.People;

public sealed class AppointPersonTests
{
    [Fact]
    public async Task An_owner_makes_an_admin_who_may_then_invite()
    {
        await using var app = await TestApp.Start();

        await VerifyTransition(app.Mei, app.Launch,
            () => app.Ada.Patch($"/api/people/{app.Ben.Id}", new { workspaceRole = "admin" }).Body());

        await app.Ben.Post("/api/invitations", Invitations.To(app)).Body();
        var changes = (await app.Ben.Read($"/api/spaces/{app.Ben.PersonalSpaceId}/changes"))
            .GetProperty("changes").EnumerateArray();
        var can = changes.Last(c => c.Text("kind") == "me.changed")
            .GetProperty("payload").GetProperty("can").GetRawText();
        Assert.Contains("workspace.invite", can, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saying_it_twice_announces_it_once()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch($"/api/people/{app.Ben.Id}", new { workspaceRole = "admin" }).Body();

        var again = await app.Ada.Patch($"/api/people/{app.Ben.Id}", new { workspaceRole = "admin" });

        Assert.Equal("admin", (await again.Body()).Text("workspaceRole"));
        Assert.False(again.Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task An_admin_touches_no_owner_and_makes_none()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch($"/api/people/{app.Ben.Id}", new { workspaceRole = "admin" }).Body();

        await app.Ben.Patch($"/api/people/{app.Ada.Id}", new { workspaceRole = "member" }).Refused(403, "owner-only");
        await app.Ben.Patch($"/api/people/{app.Mei.Id}", new { workspaceRole = "owner" }).Refused(403, "owner-only");
        await app.Ben.Delete($"/api/people/{app.Ada.Id}").Refused(403, "owner-only");
    }

    [Fact]
    public async Task A_member_appoints_nobody_and_a_guest_does_not_even_know_strangers()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Patch($"/api/people/{app.Mallory.Id}", new { workspaceRole = "owner" })
            .Refused(403, "right-missing");
        await app.Gus.Patch($"/api/people/{app.Ben.Id}", new { workspaceRole = "guest" }).Refused(403, "right-missing");
        await app.Gus.Patch($"/api/people/{app.Mallory.Id}", new { workspaceRole = "guest" })
            .Refused(404, "person-not-found");
        await app.Ada.Patch($"/api/people/{Guid.CreateVersion7()}", new { workspaceRole = "guest" })
            .Refused(404, "person-not-found");
    }

    [Fact]
    public async Task The_last_owner_stays_one()
    {
        await using var app = await TestApp.Start();

        await app.Ada.Patch($"/api/people/{app.Ada.Id}", new { workspaceRole = "member" }).Refused(409, "last-owner");
    }

    [Fact]
    public async Task Of_two_owners_who_step_down_at_once_one_stays()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch($"/api/people/{app.Ben.Id}", new { workspaceRole = "owner" }).Body();

        var answers = await Task.WhenAll(
            app.Ada.Patch($"/api/people/{app.Ada.Id}", new { workspaceRole = "member" }),
            app.Ben.Patch($"/api/people/{app.Ben.Id}", new { workspaceRole = "member" }));

        Assert.Equal([200, 409], answers.Select(a => (int)a.StatusCode).Order());
        Assert.Equal(1, await app.InDb(db => db.People.CountAsync(p => p.WorkspaceRole == WorkspaceRole.Owner)));
    }
}
