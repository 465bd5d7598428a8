using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Spaces;

public sealed class ArchiveSpaceTests
{
    [Fact]
    public async Task It_is_archived_and_restored_before_everybodys_eyes()
    {
        await using var app = await TestApp.Start();

        await Transitions.VerifyTransition(app.Ben, app.Launch,
            () => app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body());
        await Transitions.VerifyTransition(app.Ben, app.Launch,
            () => app.Ada.Delete($"/api/spaces/{app.Launch}/archival").Body());

        Assert.Equal(["space.archived", "space.restored"], (await app.Ben.Kinds(app.Launch)).TakeLast(2));
    }

    [Fact]
    public async Task It_stays_readable()
    {
        await using var app = await TestApp.Start();

        var space = await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body();

        Assert.Equal("2026-11-23T09:00:00.000Z", space.Text("archivedAt"));
        (await app.Gus.Get($"/api/spaces/{app.Launch}/snapshot")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task What_one_may_do_there_goes_and_comes_back_for_every_role()
    {
        await using var app = await TestApp.Start();
        var ada = await Can(app.Ada, app.Launch);
        var ben = await Can(app.Ben, app.Launch);
        var gus = await Can(app.Gus, app.Launch);

        var archived = await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body();

        Assert.Equal(["space.leave", "space.archive"], archived.Texts("can"));
        Assert.Equal(["space.leave", "space.archive"], await Can(app.Ada, app.Launch));
        Assert.Equal(["space.leave"], await Can(app.Ben, app.Launch));
        Assert.Equal(["space.leave"], await Can(app.Gus, app.Launch));
        await AnnouncedToEveryRole(app);

        await app.Ada.Delete($"/api/spaces/{app.Launch}/archival").Body();

        Assert.Equal(ada, await Can(app.Ada, app.Launch));
        Assert.Equal(ben, await Can(app.Ben, app.Launch));
        Assert.Equal(gus, await Can(app.Gus, app.Launch));
        await AnnouncedToEveryRole(app);
    }

    [Fact]
    public async Task Doing_it_twice_does_it_once()
    {
        await using var app = await TestApp.Start();

        await app.Ada.Delete($"/api/spaces/{app.Launch}/archival").Repeated();
        await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body();
        await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Repeated();
    }

    [Fact]
    public async Task Many_at_once_archive_it_once()
    {
        await using var app = await TestApp.Start();

        await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body()));

        Assert.Single(await app.Ben.Kinds(app.Launch), "space.archived");
    }

    [Fact]
    public async Task An_outsider_archives_nothing()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Put($"/api/spaces/{app.Launch}/archival").Refused(404, "space-not-found");
        await app.Mallory.Delete($"/api/spaces/{app.Launch}/archival").Refused(404, "space-not-found");
    }

    [Fact]
    public async Task Members_and_guests_lack_the_right_and_nobody_archives_a_personal_or_direct_space()
    {
        await using var app = await TestApp.Start();
        var direct = (await app.Ben.Post("/api/spaces",
            new { id = Guid.CreateVersion7(), kind = "direct", personIds = new[] { app.Mei.Id } }).Body()).Id();

        await app.Ben.Put($"/api/spaces/{app.Launch}/archival").Refused(403, "right-missing");
        await app.Gus.Delete($"/api/spaces/{app.Launch}/archival").Refused(403, "right-missing");
        await app.Ben.Put($"/api/spaces/{app.Ben.PersonalSpaceId}/archival").Refused(403, "right-missing");
        await app.Ben.Put($"/api/spaces/{direct}/archival").Refused(403, "right-missing");
    }

    [Fact]
    public async Task An_archived_space_takes_nobody_in_but_lets_people_go()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body();

        await app.Ada.Put($"/api/spaces/{app.Launch}/members/{app.Mallory.Id}", new { role = "member" })
            .Refused(409, "space-archived");
        await app.Ben.Delete($"/api/spaces/{app.Launch}/members/{app.Ben.Id}").Body();
    }

    private static async Task<IReadOnlyList<string>> Can(Cast person, Guid spaceId) =>
        (await person.Read($"/api/spaces/{spaceId}")).Texts("can");

    // A device takes its rights from the change itself.
    private static async Task AnnouncedToEveryRole(TestApp app)
    {
        var told = (await app.Ben.Changes(app.Launch))[^1].GetProperty("payload").GetProperty("canByRole");
        Assert.Equal(await Can(app.Ada, app.Launch), told.Texts("admin"));
        Assert.Equal(await Can(app.Ben, app.Launch), told.Texts("member"));
        Assert.Equal(await Can(app.Gus, app.Launch), told.Texts("guest"));
    }
}
