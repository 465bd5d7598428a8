using System.Text.Json;
using Baton.Server.Tests.Support;
using static Baton.Server.Tests.Support.Transitions;

namespace Baton.Server.Tests.Features.People;

public sealed class EditProfileTests
{
    [Fact]
    public async Task A_new_name_is_told_in_every_space_of_mine()
    {
        await using var app = await TestApp.Start();

        await VerifyTransition(app.Mei, app.Launch,
            () => app.Ben.Patch("/api/me", new { name = "Benedict\u202E  Lund", roleText = "Builds" }).Body());

        var me = await app.Ben.Read("/api/me");
        Assert.Equal("Benedict Lund", me.GetProperty("person").Text("name"));
        Assert.Equal("Builds", me.GetProperty("person").Text("roleText"));
    }

    [Fact]
    public async Task My_own_space_takes_my_new_name_and_hears_the_rest()
    {
        await using var app = await TestApp.Start();

        await VerifyTransition(app.Ben, app.Ben.PersonalSpaceId, () =>
            app.Ben.Patch("/api/me", new { name = "Benedict", theme = "dark", language = "de" }).Body());

        var changes = (await app.Ben.Read($"/api/spaces/{app.Ben.PersonalSpaceId}/changes"))
            .GetProperty("changes").EnumerateArray();
        var mine = changes.Last(c => c.Text("kind") == "me.changed").GetProperty("payload");
        Assert.Equal(["language", "person", "theme"],
            mine.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Benedict",
            (await app.Ben.Read($"/api/spaces/{app.Ben.PersonalSpaceId}/snapshot")).GetProperty("space").Text("name"));
    }

    [Fact]
    public async Task My_hours_are_assumed_until_I_say_them_and_told_in_every_space_of_mine()
    {
        await using var app = await TestApp.Start();
        Assert.Equal(JsonValueKind.Null,
            (await app.Ben.Read("/api/me")).GetProperty("person").GetProperty("hours").ValueKind);

        await VerifyTransition(app.Mei, app.Launch,
            () => app.Ben.Patch("/api/me", new { hours = "Fr 09:00-13:00; Mo,Tu 09:00-17:00" }).Body());

        Assert.Equal("Mo-Tu 09:00-17:00; Fr 09:00-13:00",
            (await app.Ben.Read("/api/me")).GetProperty("person").Text("hours"));
    }

    [Fact]
    public async Task Hours_that_differ_too_much_are_refused_and_not_cut()
    {
        await using var app = await TestApp.Start();
        var quarters = string.Join(',', Enumerable.Range(0, 20).Select(hour => $"{hour:00}:00-{hour:00}:15"));

        var hours = $"Mo-Su {quarters}; Tu 20:00-21:00; Th 20:00-21:00; Sa 20:00-21:00";

        await app.Ben.Patch("/api/me", new { hours }).Refused(400, "invalid", "hours");
    }

    [Fact]
    public async Task How_Baton_looks_to_me_is_told_to_nobody_else()
    {
        await using var app = await TestApp.Start();
        var before = (await app.Mei.Read($"/api/spaces/{app.Launch}/changes")).GetProperty("version").GetInt64();

        await app.Ben.Patch("/api/me", new { theme = "dark" }).Body();

        Assert.Equal(before,
            (await app.Mei.Read($"/api/spaces/{app.Launch}/changes")).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Sending_it_twice_announces_it_once()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Patch("/api/me", new { name = "Benedict" }).Body();

        var again = await app.Ben.Patch("/api/me", new { name = "Benedict" });

        Assert.True(again.IsSuccessStatusCode);
        Assert.False(again.Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task My_status_and_my_consent_are_told_to_my_devices_and_to_nobody_else()
    {
        await using var app = await TestApp.Start();
        var before = (await app.Mei.Read($"/api/spaces/{app.Launch}/changes")).GetProperty("version").GetInt64();

        await Writes.Verify(app.Ben, app.Ben.PersonalSpaceId,
            () => app.Ben.Patch("/api/me", new { status = "Slow today", sharesAnswerTime = true }));

        var me = await app.Ben.Read("/api/me");
        Assert.Equal("Slow today", me.GetProperty("status").Text("text"));
        Assert.Equal("2026-11-23", me.GetProperty("status").Text("day"));
        Assert.True(me.GetProperty("sharesAnswerTime").GetBoolean());
        Assert.Equal(before,
            (await app.Mei.Read($"/api/spaces/{app.Launch}/changes")).GetProperty("version").GetInt64());
        await app.Ben.Patch("/api/me", new { status = "" }).Body();
        Assert.Equal(JsonValueKind.Null, (await app.Ben.Read("/api/me")).GetProperty("status").ValueKind);
    }

    [Theory]
    [InlineData("""{"sharesAnswerTime":"yes"}""", "sharesAnswerTime")]
    [InlineData("""{"status":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}""",
        "status")]
    [InlineData("""{"name":"\u200d\u3164"}""", "name")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"zone":"Mars/Olympus"}""", "zone")]
    [InlineData("""{"zone":null}""", "zone")]
    [InlineData("""{"hours":"mon 9-17"}""", "hours")]
    [InlineData("""{"hours":"Mo 09:00-12:00,11:00-17:00"}""", "hours")]
    [InlineData("""{"hours":""}""", "hours")]
    [InlineData("""{"hours":null}""", "hours")]
    [InlineData("""{"language":"tlh"}""", "language")]
    [InlineData("""{"theme":"neon"}""", "theme")]
    [InlineData("""{"email":"ben@harbour.example"}""", "email")]
    public async Task A_bad_request_names_the_field(string body, string field)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Browser.PatchAsync("/api/me",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"))
            .Refused(400, "invalid", field);
    }

    [Fact]
    public async Task A_stranger_has_no_profile()
    {
        await using var app = await TestApp.Start();

        await app.Stranger()
            .PatchAsync("/api/me", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"))
            .Refused(401, "sign-in-needed");
    }
}
