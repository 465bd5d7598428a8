using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Joining;

public sealed class InvitePeopleTests
{
    [Fact]
    public async Task The_link_is_told_once_and_its_code_is_not_kept()
    {
        await using var app = await TestApp.Start();
        var request = Invitations.To(app, spaces: [app.Launch]);

        var made = await app.Ada.Post("/api/invitations", request).Body();
        var again = await app.Ada.Post("/api/invitations", request).Body();

        Assert.StartsWith("http://localhost:5080/join#", made.Text("link"), StringComparison.Ordinal);
        Assert.Null(again.Text("link"));
        Assert.Equal(made.Id(), again.Id());
        var row = await app.InDb(db => db.Invitations.SingleAsync());
        Assert.DoesNotContain(Invitations.CodeOf(made), System.Text.Json.JsonSerializer.Serialize(row),
            StringComparison.Ordinal);
        Assert.DoesNotContain("#", (await app.Ada.Read("/api/invitations")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_mailed_with_a_link_of_its_own()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);

        var made = await app.Ada.Post("/api/invitations",
            Invitations.To(app, spaces: [app.Launch], email: "nia@team.example")).Body();
        Assert.DoesNotContain("#", (await app.InDb(db => db.Jobs.SingleAsync())).Payload, StringComparison.Ordinal);
        await app.RunJobs();

        Assert.Equal("Ada invites you to Fernweh", smtp.Received[0].Subject);
        Assert.NotEqual(Invitations.CodeOf(made), smtp.OnlyCode());
        await Invitations.Join(app, smtp.OnlyCode(), "Nia").Body();
    }

    [Fact]
    public async Task A_member_invites_guests_to_their_own_spaces()
    {
        await using var app = await TestApp.Start();

        await app.Ben.Post("/api/invitations", Invitations.To(app, role: "guest", spaces: [app.Launch])).Body();
    }

    [Theory]
    [InlineData("member")]
    [InlineData("admin")]
    public async Task A_member_invites_nobody_to_the_workspace(string role)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Post("/api/invitations", Invitations.To(app, role, spaces: [app.Launch]))
            .Refused(403, "right-missing");
    }

    [Fact]
    public async Task A_guest_invites_nobody()
    {
        await using var app = await TestApp.Start();

        await app.Gus.Post("/api/invitations", Invitations.To(app, "guest", spaces: [app.Launch]))
            .Refused(403, "right-missing");
    }

    [Fact]
    public async Task Mallory_invites_nobody_to_a_space_she_cannot_see()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Post("/api/invitations", Invitations.To(app, "guest", spaces: [app.Launch]))
            .Refused(404, "space-not-found");
    }

    [Fact]
    public async Task A_taken_id_is_not_handed_out()
    {
        await using var app = await TestApp.Start();
        var made = await app.Ada.Post("/api/invitations", Invitations.To(app)).Body();

        await app.Ada.Post("/api/invitations", Invitations.To(app, uses: 7, id: made.Id())).Refused(409, "id-taken");
        await app.Ben.Post("/api/invitations", Invitations.To(app, "guest", [app.Launch], id: made.Id()))
            .Refused(409, "id-taken");
    }

    [Fact]
    public async Task A_bad_request_names_the_field()
    {
        await using var app = await TestApp.Start();

        await app.Ada.Post("/api/invitations", Invitations.To(app, role: "owner")).Refused(400, "invalid", "role");
        await app.Ada.Post("/api/invitations", Invitations.To(app, role: "guest")).Refused(400, "invalid", "spaceIds");
        await app.Ada.Post("/api/invitations", Invitations.To(app, "guest", [app.Launch], spaceRole: "member"))
            .Refused(400, "invalid", "spaceRole");
        await app.Ada.Post("/api/invitations", Invitations.To(app, days: -1)).Refused(400, "invalid", "expiresAt");
        await app.Ada.Post("/api/invitations", Invitations.To(app, days: 400)).Refused(400, "invalid", "expiresAt");
        await app.Ada.Post("/api/invitations", Invitations.To(app, uses: 0)).Refused(400, "invalid", "uses");
        await app.Ada.Post("/api/invitations", Invitations.To(app, email: "nobody")).Refused(400, "invalid", "email");
    }

    [Fact]
    public async Task The_list_is_mine_or_everybodys_for_who_may_invite_anybody_and_pages_to_its_end()
    {
        await using var app = await TestApp.Start();
        for (var n = 0; n < 3; n++)
        {
            await app.Ben.Post("/api/invitations", Invitations.To(app, "guest", [app.Launch])).Body();
        }

        await app.Ada.Post("/api/invitations", Invitations.To(app)).Body();

        var first = await app.Ada.Read("/api/invitations?limit=2");
        var second = await app.Ada.Read($"/api/invitations?limit=2&cursor={first.Text("next")}");
        Assert.Equal(4, first.GetProperty("items")
            .EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).DistinctBy(i => i.Id()).Count());
        Assert.Null(second.Text("next"));
        Assert.Equal(3, (await app.Ben.Read("/api/invitations")).GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await app.Mallory.Read("/api/invitations")).GetProperty("items").GetArrayLength());
        await app.Ada.Get("/api/invitations?cursor=nonsense").Refused(400, "invalid", "cursor");
    }
}
