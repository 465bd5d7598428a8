using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.People;

public sealed class EditWorkspaceTests
{
    [Fact]
    public async Task Everybody_is_told_the_new_name()
    {
        await using var app = await TestApp.Start();

        var renamed = await app.Ada.Patch("/api/workspace", new { name = " Nordlicht " }).Body();

        Assert.Equal("Nordlicht", renamed.Text("name"));
        Assert.Equal("Nordlicht", (await app.Gus.Read("/api/me")).GetProperty("workspace").Text("name"));
        Assert.Equal("Nordlicht", (await LastOf(app.Ben)).GetProperty("payload").GetProperty("workspace").Text("name"));
    }

    [Fact]
    public async Task Saying_it_twice_tells_it_once()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch("/api/workspace", new { name = "Nordlicht" }).Body();

        await app.Ada.Patch("/api/workspace", new { name = "Nordlicht" }).Repeated();
    }

    [Fact]
    public async Task Members_and_guests_lack_the_right()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Patch("/api/workspace", new { name = "Mine" }).Refused(403, "right-missing");
        await app.Ben.Patch("/api/workspace", new { name = "Mine" }).Refused(403, "right-missing");
        await app.Gus.Patch("/api/workspace", new { name = "Mine" }).Refused(403, "right-missing");
    }

    [Fact]
    public async Task A_name_that_will_not_do_names_the_field()
    {
        await using var app = await TestApp.Start();

        await app.Ada.Patch("/api/workspace", new { name = "  " }).Refused(400, "invalid", "name");
        await app.Ada.Patch("/api/workspace", new { name = new string('x', 81) }).Refused(400, "invalid", "name");
    }

    private static async Task<JsonElement> LastOf(Cast person) =>
        (await person.Read($"/api/spaces/{person.PersonalSpaceId}/changes")).GetProperty("changes").EnumerateArray()
            .Last(change => change.Text("kind") == "me.changed");
}
