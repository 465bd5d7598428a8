using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Spaces;

public sealed class NameDutyTests
{
    [Fact]
    public async Task Whoever_manages_a_space_says_who_is_asked_first()
    {
        await using var app = await TestApp.Start();

        var named = await Writes.Verify(app.Ben, app.Launch, () => Name(app, app.Ada, app.Mei.Id, app.Ben.Id));

        Assert.Equal([$"{app.Mei.Id}", $"{app.Ben.Id}"], named.Texts("dutyIds"));
        Assert.Empty((await Name(app, app.Ada).Body()).Texts("dutyIds"));
    }

    [Fact]
    public async Task Others_lack_the_right_and_strangers_see_no_space()
    {
        await using var app = await TestApp.Start();

        await Name(app, app.Mallory, app.Ben.Id).Refused(404, "space-not-found");
        await Name(app, app.Ben, app.Ben.Id).Refused(403, "right-missing", right: "space.edit");
        await Name(app, app.Gus, app.Ben.Id).Refused(403, "right-missing", right: "space.edit");
    }

    [Fact]
    public async Task Only_members_are_on_duty_each_once()
    {
        await using var app = await TestApp.Start();

        await Name(app, app.Ada, app.Mallory.Id).Refused(404, "person-not-found");
        await Name(app, app.Ada, app.Gus.Id).Refused(404, "person-not-found");
        await Name(app, app.Ada, app.Ben.Id, app.Ben.Id).Refused(400, "invalid", "personIds");
        await app.Ada.Put($"/api/spaces/{app.Launch}/duty", new { }).Refused(400, "invalid", "personIds");
    }

    [Fact]
    public async Task An_archived_space_has_nobody_new_on_duty()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body();

        await Name(app, app.Ada, app.Ben.Id).Refused(409, "space-archived");
    }

    [Fact]
    public async Task Whoever_leaves_is_on_duty_no_more()
    {
        await using var app = await TestApp.Start();
        await Name(app, app.Ada, app.Mei.Id, app.Ben.Id, app.Ada.Id).Body();

        await Transitions.VerifyTransition(app.Ada, app.Launch,
            () => app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Ben.Id}").Body());

        Assert.Equal([$"{app.Mei.Id}", $"{app.Ada.Id}"],
            (await app.Ada.Read($"/api/spaces/{app.Launch}")).Texts("dutyIds"));
    }

    private static Task<HttpResponseMessage> Name(TestApp app, Cast who, params Guid[] personIds) =>
        who.Put($"/api/spaces/{app.Launch}/duty", new { personIds });
}
