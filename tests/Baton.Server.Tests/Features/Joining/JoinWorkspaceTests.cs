using Baton.Server.Features.Spaces;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Baton.Server.Tests.Support.Transitions;

namespace Baton.Server.Tests.Features.Joining;

public sealed class JoinWorkspaceTests
{
    [Fact]
    public async Task A_new_person_comes_in_signed_in_and_everybody_in_the_space_sees_it()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, spaces: [app.Launch]));
        var browser = app.Stranger();

        await VerifyTransition(app.Ben, app.Launch, () => Invitations.Join(app, code, "Nia", browser).Body());

        var me = await browser.GetAsync("/api/me").Body();
        Assert.Equal("member", me.GetProperty("person").Text("workspaceRole"));
        var spaces = await browser.GetAsync("/api/spaces").Body();
        Assert.Equal(["Launch", "Nia"],
            spaces.EnumerateArray().Select(s => s.Text("name")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_preview_tells_what_it_is_before_anybody_joins()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, spaces: [app.Launch]));

        var stranger = await app.Stranger().PostJson("/api/invitation-previews", new { code }).Body();
        var ben = await app.Ben.Post("/api/invitation-previews", new { code }).Body();

        Assert.Equal("Fernweh", stranger.Text("workspaceName"));
        Assert.Equal("Ada", stranger.Text("invitedBy"));
        Assert.Equal("Launch", stranger.GetProperty("spaceNames")[0].GetString());
        Assert.True(stranger.GetProperty("needsAccount").GetBoolean());
        Assert.False(ben.GetProperty("needsAccount").GetBoolean());
    }

    [Fact]
    public async Task A_guest_comes_into_the_named_spaces_only()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Post("/api/spaces", new { id = Guid.CreateVersion7(), kind = "group", name = "Secret" }).Body();
        var code = await Invitations.Make(app.Ben, Invitations.To(app, "guest", [app.Launch]));
        var browser = app.Stranger();

        await Invitations.Join(app, code, "Nia", browser).Body();

        var spaces = (await browser.GetAsync("/api/spaces").Body()).EnumerateArray().ToList();
        Assert.Equal("guest", spaces.Single(s => s.Id() == app.Launch).Text("role"));
        Assert.Equal(2, spaces.Count);
        var people = (await browser.GetAsync("/api/people").Body())
            .GetProperty("items").EnumerateArray().Select(p => p.Text("name"));
        Assert.DoesNotContain("Mallory", people);
    }

    [Fact]
    public async Task Who_is_signed_in_gains_the_spaces_once()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, spaces: [app.Launch], uses: 5));

        await VerifyTransition(app.Ben, app.Launch, () => app.Mallory.Post("/api/joinings", new { code }).Body());
        var again = await app.Mallory.Post("/api/joinings", new { code });

        Assert.True(again.IsSuccessStatusCode);
        Assert.False(again.Headers.Contains("Baton-Changes"));
        Assert.Equal(1, (await app.InDb(db => db.Invitations.SingleAsync())).Used);
        await app.Mallory.Get($"/api/spaces/{app.Launch}/snapshot").Body();
    }

    [Fact]
    public async Task A_newcomer_whose_answer_was_lost_says_it_again_and_is_in()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app));
        await Invitations.Join(app, code, "Nia").Body();
        var browser = app.Stranger();

        await Invitations.Join(app, code, "Nia", browser).Body();

        Assert.Equal("Nia", (await browser.GetAsync("/api/me").Body()).GetProperty("person").Text("name"));
        Assert.Equal(1, await app.InDb(db => db.People.CountAsync(p => p.Name == "Nia")));
    }

    [Fact]
    public async Task Of_many_who_come_at_once_by_a_single_use_one_comes_in()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, spaces: [app.Launch]));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Invitations.Join(app, code, $"Nia{n}")));

        Assert.Equal(1, answers.Count(a => a.IsSuccessStatusCode));
        Assert.Equal(7, answers.Count(a => (int)a.StatusCode == 409));
        Assert.Equal(1, (await app.InDb(db => db.Invitations.SingleAsync())).Used);
        Assert.Equal(1, await app.InDb(db => db.People.CountAsync(p => p.Name.StartsWith("Nia"))));
    }

    [Fact]
    public async Task A_link_for_many_counts_each_of_those_who_come_at_once()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, spaces: [app.Launch], uses: 20));

        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Invitations.Join(app, code, $"Nia{n}").Body()));

        Assert.Equal(12, (await app.InDb(db => db.Invitations.SingleAsync())).Used);
        Assert.Equal(12, await app.InDb(db => db.InvitationUses.CountAsync()));
        Assert.Equal(16, await app.InDb(db => db.Memberships.CountAsync(m => m.SpaceId == app.Launch)));
    }

    [Fact]
    public async Task A_revoked_invitation_lets_nobody_in()
    {
        await using var app = await TestApp.Start();
        var made = await app.Ada.Post("/api/invitations", Invitations.To(app)).Body();
        await app.Ada.Delete($"/api/invitations/{made.Id()}").Body();
        await app.Ada.Delete($"/api/invitations/{made.Id()}").Body();

        await Invitations.Join(app, Invitations.CodeOf(made), "Nia").Refused(409, "invitation-over");
        await app.Stranger().PostJson("/api/invitation-previews", new { code = Invitations.CodeOf(made) })
            .Refused(409, "invitation-over");
    }

    [Fact]
    public async Task Mallory_revokes_nobody_elses_invitation()
    {
        await using var app = await TestApp.Start();
        var made = await app.Ada.Post("/api/invitations", Invitations.To(app)).Body();

        await app.Mallory.Delete($"/api/invitations/{made.Id()}").Refused(404, "invitation-not-found");
        await Invitations.Join(app, Invitations.CodeOf(made), "Nia").Body();
    }

    [Fact]
    public async Task An_invitation_ends_with_its_time()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, days: 1));
        app.Clock.Advance(TimeSpan.FromDays(1.1));

        await Invitations.Join(app, code, "Nia").Refused(409, "invitation-over");
    }

    [Fact]
    public async Task It_gives_only_what_its_maker_may_still_give()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ben, Invitations.To(app, "guest", [app.Launch]));
        await app.InDb(async db =>
        {
            db.Memberships.Remove(
                await db.Memberships.SingleAsync(m => m.SpaceId == app.Launch && m.PersonId == app.Ben.Id));
            return await db.SaveChangesAsync();
        });

        await Invitations.Join(app, code, "Nia").Refused(409, "invitation-over");
    }

    [Fact]
    public async Task A_workspace_guest_stays_a_guest_in_whatever_space_they_gain()
    {
        await using var app = await TestApp.Start();
        var other = Guid.CreateVersion7();
        await app.Ada.Post("/api/spaces", new { id = other, kind = "group", name = "Other" }).Body();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, spaces: [other]));

        await app.Gus.Post("/api/joinings", new { code }).Body();

        var seat = await app.InDb(
            db => db.Memberships.SingleAsync(m => m.SpaceId == other && m.PersonId == app.Gus.Id));
        Assert.Equal(SpaceRole.Guest, seat.Role);
    }

    [Fact]
    public async Task A_wrong_code_opens_nothing()
    {
        await using var app = await TestApp.Start();

        await Invitations.Join(app, "guessed", "Nia").Refused(404, "invitation-not-found");
        await app.Stranger()
            .PostJson("/api/invitation-previews", new { code = "guessed" }).Refused(404, "invitation-not-found");
    }

    [Fact]
    public async Task A_bad_request_names_the_field_and_uses_nothing_up()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app));

        await app.Stranger().PostJson("/api/joinings", new { code }).Refused(400, "invalid", "name");
        await Invitations.Join(app, code, "Ben", email: "Ben <ben@team.example>").Refused(400, "invalid", "email");
        await app.Stranger()
            .PostJson("/api/joinings",
                new
                {
                    code,
                    id = Guid.CreateVersion7(),
                    name = "Nia",
                    email = "nia@team.example",
                    password = "password1",
                    zone = "Etc/UTC",
                    language = "en"
                })
            .Refused(400, "invalid", "password");

        await Invitations.Join(app, code, "Nia").Body();
    }

    [Fact]
    public async Task Guessing_codes_from_one_address_is_limited()
    {
        await using var app = await TestApp.Start(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Limits:SignInsPerMinute"] = "8" });
        var answers = new List<int>();

        for (var guess = 0; guess < 9; guess++)
        {
            answers.Add((int)(await app.Stranger()
                .PostJson("/api/invitation-previews", new { code = $"guess{guess}" })).StatusCode);
        }

        Assert.Contains(429, answers);
    }
}
