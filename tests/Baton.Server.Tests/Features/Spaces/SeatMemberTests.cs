using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Spaces;

public sealed class SeatMemberTests
{
    [Fact]
    public async Task A_member_takes_somebody_in_and_they_hear_of_it_in_their_own_space()
    {
        await using var app = await TestApp.Start();

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => Seat(app.Ben, app, app.Mallory, "member").Body());

        var joined = (await app.Mallory.Changes(app.Mallory.PersonalSpaceId))[^1];
        Assert.Equal(("space.joined", app.Launch), (joined.Text("kind"), joined.Id("itemId")));
        (await app.Mallory.Get($"/api/spaces/{app.Launch}/snapshot")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Doing_it_twice_or_at_once_does_it_once()
    {
        await using var app = await TestApp.Start();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Seat(app.Ben, app, app.Mallory, "member").Body()));
        await Seat(app.Ben, app, app.Mallory, "member").Repeated();

        Assert.Single(await app.Mallory.Kinds(app.Mallory.PersonalSpaceId), "space.joined");
    }

    [Fact]
    public async Task A_new_role_is_told_to_the_space_and_its_rights_to_the_person()
    {
        await using var app = await TestApp.Start();

        await Transitions.VerifyTransition(app.Mei, app.Launch, () => Seat(app.Ada, app, app.Ben, "admin").Body());
        await Seat(app.Ada, app, app.Ben, "admin").Repeated();

        var told = (await app.Ben.Changes(app.Ben.PersonalSpaceId))[^1];
        Assert.Equal(("space.accessChanged", "admin"), (told.Text("kind"), told.GetProperty("payload").Text("role")));
        Assert.Equal(await Can(), told.GetProperty("payload").Texts("can"));
        await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body();
        Assert.Equal(await Can(), told.GetProperty("payload").Texts("canArchived"));

        async Task<IReadOnlyList<string>> Can() => (await app.Ben.Read($"/api/spaces/{app.Launch}")).Texts("can");
    }

    [Fact]
    public async Task An_outsider_lets_nobody_in_least_of_all_herself()
    {
        await using var app = await TestApp.Start();

        await Seat(app.Mallory, app, app.Mallory, "admin").Refused(404, "space-not-found");
        await Seat(app.Mallory, app, app.Ben, "guest").Refused(404, "space-not-found");
    }

    [Fact]
    public async Task Members_appoint_no_admins_and_change_no_roles()
    {
        await using var app = await TestApp.Start();

        await Seat(app.Ben, app, app.Mallory, "admin").Refused(403, "right-missing");
        await Seat(app.Ben, app, app.Ben, "admin").Refused(403, "right-missing");
        await Seat(app.Ben, app, app.Gus, "member").Refused(403, "right-missing");
    }

    [Fact]
    public async Task Guests_take_nobody_in()
    {
        await using var app = await TestApp.Start();

        await Seat(app.Gus, app, app.Mallory, "guest").Refused(403, "right-missing");
    }

    [Fact]
    public async Task A_guest_of_the_workspace_is_a_guest_of_its_spaces()
    {
        await using var app = await TestApp.Start();
        var nia = await app.Hire("Nia", role: WorkspaceRole.Guest);

        await Seat(app.Ada, app, app.Gus, "member").Refused(409, "guest-stays-guest");
        await Seat(app.Ada, app, nia, "admin").Refused(409, "guest-stays-guest");
        await Seat(app.Ada, app, nia, "guest").Body();
    }

    [Fact]
    public async Task The_answer_names_no_stream_but_my_own()
    {
        await using var app = await TestApp.Start();

        var answer = await Seat(app.Ada, app, app.Mallory, "member");

        Assert.Equal($"{app.Launch}",
            Assert.Single(answer.Headers.GetValues("Baton-Changes").Single().Split(',')).Split(':')[0]);
        Assert.Contains("space.joined", await app.Mallory.Kinds(app.Mallory.PersonalSpaceId));
    }

    [Fact]
    public async Task Nobody_who_does_not_exist_or_has_gone_is_taken_in()
    {
        await using var app = await TestApp.Start();
        await app.InDb(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == app.Mallory.Id)).Leave(app.Clock.UtcNow(), Guid.CreateVersion7());
            return await db.SaveChangesAsync();
        });

        await Seat(app.Ada, app, app.Mallory, "member").Refused(404, "person-not-found");
        await app.Ada.Put($"/api/spaces/{app.Launch}/members/{Guid.CreateVersion7()}", new { role = "member" })
            .Refused(404, "person-not-found");
    }

    [Fact]
    public async Task A_direct_and_a_personal_space_take_nobody_in()
    {
        await using var app = await TestApp.Start();
        var direct = (await app.Ben.Post("/api/spaces",
            new { id = Guid.CreateVersion7(), kind = "direct", personIds = new[] { app.Mei.Id } }).Body()).Id();

        await app.Ben.Put($"/api/spaces/{direct}/members/{app.Ada.Id}", new { role = "member" })
            .Refused(403, "right-missing");
        await app.Ben.Put($"/api/spaces/{app.Ben.PersonalSpaceId}/members/{app.Ada.Id}", new { role = "member" })
            .Refused(403, "right-missing");
    }

    [Fact]
    public async Task The_last_admin_stays_one()
    {
        await using var app = await TestApp.Start();

        await Seat(app.Ada, app, app.Ada, "member").Refused(409, "last-admin");
    }

    [Fact]
    public async Task An_unknown_role_is_named()
    {
        await using var app = await TestApp.Start();

        await Seat(app.Ada, app, app.Ben, "king").Refused(400, "invalid", "role");
    }

    private static Task<HttpResponseMessage> Seat(Cast actor, TestApp app, Cast person, string role) =>
        actor.Put($"/api/spaces/{app.Launch}/members/{person.Id}", new { role });
}
