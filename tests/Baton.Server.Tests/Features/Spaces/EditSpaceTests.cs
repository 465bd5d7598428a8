using System.Text;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Spaces;

public sealed class EditSpaceTests
{
    [Fact]
    public async Task Everybody_sees_the_new_name()
    {
        await using var app = await TestApp.Start();

        await Transitions.VerifyTransition(app.Ben, app.Launch, () =>
            app.Ada.Patch($"/api/spaces/{app.Launch}", new
            {
                name = "Lift-off",
                description = "To **orbit**",
                colour = "violet",
                emoji = "🚀",
                key = "GO",
            }).Body());

        var space = await app.Ben.Read($"/api/spaces/{app.Launch}");
        Assert.Equal(("Lift-off", "violet", "🚀", "GO"),
            (space.Text("name"), space.Text("colour"), space.Text("emoji"), space.Text("key")));
    }

    [Fact]
    public async Task Only_what_changed_is_told()
    {
        await using var app = await TestApp.Start();

        await app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = "Launch", colour = "pink" }).Body();

        var payload = (await app.Ben.Changes(app.Launch))[^1].GetProperty("payload");
        Assert.Equal(["id", "colour"], payload.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Sending_it_twice_tells_it_once()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = "Lift-off" }).Body();

        await app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = "Lift-off" }).Repeated();
    }

    [Fact]
    public async Task Edits_of_different_fields_at_once_both_survive()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Put($"/api/spaces/{app.Launch}/members/{app.Ben.Id}", new { role = "admin" }).Body();

        await Task.WhenAll(
            app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = "Lift-off" }).Body(),
            app.Ben.Patch($"/api/spaces/{app.Launch}", new { colour = "pink" }).Body());

        var space = await app.Mei.Read($"/api/spaces/{app.Launch}");
        Assert.Equal(("Lift-off", "pink"), (space.Text("name"), space.Text("colour")));
    }

    [Fact]
    public async Task An_outsider_changes_nothing()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Patch($"/api/spaces/{app.Launch}", new { name = "Mine" }).Refused(404, "space-not-found");
    }

    [Fact]
    public async Task Members_and_guests_lack_the_right()
    {
        await using var app = await TestApp.Start();

        await app.Ben.Patch($"/api/spaces/{app.Launch}", new { name = "Mine" }).Refused(403, "right-missing");
        await app.Gus.Patch($"/api/spaces/{app.Launch}", new { name = "Mine" }).Refused(403, "right-missing");
    }

    [Fact]
    public async Task A_personal_space_keeps_its_name()
    {
        await using var app = await TestApp.Start();

        await app.Ben.Patch($"/api/spaces/{app.Ben.PersonalSpaceId}", new { name = "Mine" })
            .Refused(403, "right-missing");
    }

    [Fact]
    public async Task An_archived_space_stays_as_it_is()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body();

        await app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = "Lift-off" }).Refused(409, "space-archived");
    }

    [Theory]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":"\u202E\u200B"}""", "name")]
    [InlineData("""{"name":7}""", "name")]
    [InlineData("""{"colour":"mauve"}""", "colour")]
    [InlineData("""{"colour":null}""", "colour")]
    [InlineData("""{"key":"web"}""", "key")]
    [InlineData("""{"key":null}""", "key")]
    [InlineData("""{"emoji":"rocket"}""", "emoji")]
    [InlineData("""{"emoji":"a"}""", "emoji")]
    [InlineData("""{"emoji":"🚀🎉"}""", "emoji")]
    [InlineData("""{"emoji":"🚀 hello"}""", "emoji")]
    [InlineData("""{"size":3}""", "size")]
    public async Task A_bad_request_names_the_field(string body, string field)
    {
        await using var app = await TestApp.Start();

        var sent = app.Ada.Browser.PatchAsync($"/api/spaces/{app.Launch}",
            new StringContent(body, Encoding.UTF8, "application/json"));

        await sent.Refused(400, "invalid", field);
    }

    [Theory]
    [InlineData("🚀")]
    [InlineData("👩🏽‍🚀")]
    [InlineData("🇵🇹")]
    [InlineData("❤️")]
    [InlineData("")]
    public async Task One_emoji_marks_a_space_or_none(string emoji)
    {
        await using var app = await TestApp.Start();

        await app.Ada.Patch($"/api/spaces/{app.Launch}", new { emoji }).Body();

        Assert.Equal(emoji, (await app.Ben.Read($"/api/spaces/{app.Launch}")).Text("emoji"));
    }

    [Fact]
    public async Task Over_long_text_names_its_field()
    {
        await using var app = await TestApp.Start();

        await app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = new string('x', 81) })
            .Refused(400, "invalid", "name");
        await app.Ada.Patch($"/api/spaces/{app.Launch}", new { description = new string('x', 2001) })
            .Refused(400, "invalid", "description");
    }
}
