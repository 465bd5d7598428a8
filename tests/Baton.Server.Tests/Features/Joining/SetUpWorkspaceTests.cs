using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Joining;

public sealed class SetUpWorkspaceTests
{
    [Fact]
    public async Task The_first_start_makes_the_workspace_and_its_owner_signed_in()
    {
        await using var app = await TestApp.StartEmpty();
        var browser = app.Stranger();
        Assert.True((await browser.GetAsync("/api/setup").Body()).GetProperty("needed").GetBoolean());

        var me = await browser.PostJson("/api/setup", Request("Ada")).Body();

        Assert.Equal("owner", me.GetProperty("person").Text("workspaceRole"));
        Assert.Equal("Ada", (await browser.GetAsync("/api/me").Body()).GetProperty("person").Text("name"));
        Assert.False((await browser.GetAsync("/api/setup").Body()).GetProperty("needed").GetBoolean());
    }

    [Fact]
    public async Task Of_many_who_set_up_at_once_one_becomes_the_owner()
    {
        await using var app = await TestApp.StartEmpty();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(n => app.Stranger().PostJson("/api/setup", Request($"Ada{n}"))));

        Assert.Equal(1, answers.Count(a => a.IsSuccessStatusCode));
        Assert.Equal(3, answers.Count(a => (int)a.StatusCode == 409));
        Assert.Equal(1, await app.InDb(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task A_workspace_that_is_set_up_is_not_set_up_again()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Post("/api/setup", Request("Mallory")).Refused(409, "already-set-up");
    }

    [Theory]
    [InlineData("name", "\u3164\u200D\u0301", "name")]
    [InlineData("workspaceName", " \u202E ", "workspaceName")]
    [InlineData("email", "Ada <ada@team.example>", "email")]
    [InlineData("password", "Fernweh1", "password")]
    [InlineData("zone", "Lisbon", "zone")]
    [InlineData("language", "fr", "language")]
    public async Task A_bad_request_names_the_field(string field, string value, string named)
    {
        await using var app = await TestApp.StartEmpty();
        var request = System.Text.Json.JsonSerializer.SerializeToNode(Request("Ada"))!.AsObject();
        request[field] = value;

        await app.Stranger().PostJson("/api/setup", request).Refused(400, "invalid", named);
    }

    private static object Request(string name) => new
    {
        workspaceName = "Fernweh",
        name,
        email = $"{name.ToLowerInvariant()}@team.example",
        password = TestApp.Password,
        zone = "Europe/Lisbon",
        language = "en",
    };
}
