using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Spaces;

public sealed class CreateSpaceTests
{
    [Fact]
    public async Task The_first_lists_speak_the_language_of_who_opens_it()
    {
        await using var app = await TestApp.Start();
        await app.Mei.Patch("/api/me", new { language = "de" }).Body();
        var id = Guid.CreateVersion7();

        await app.Mei.Post("/api/spaces", new { id, kind = "group", name = "Umzug" }).Body();

        var lists = (await app.Mei.Read($"/api/spaces/{id}/snapshot")).GetProperty("lists").EnumerateArray()
            .OrderBy(list => list.Text("orderKey"), StringComparer.Ordinal).ToList();
        Assert.Equal(["Offen", "In Arbeit", "Fertig"], lists.Select(list => list.Text("name")));
        Assert.Equal([false, false, true], lists.Select(list => list.GetProperty("done").GetBoolean()));
    }

    [Fact]
    public async Task A_member_makes_a_group_and_is_its_admin()
    {
        await using var app = await TestApp.Start();

        var space = await app.Ben.Post("/api/spaces",
            new { id = Guid.CreateVersion7(), kind = "group", name = "Relaunch  of\u202E the site" }).Body();

        Assert.Equal("Relaunch of the site", space.Text("name"));
        Assert.Equal("RELA", space.Text("key"));
        Assert.Equal("admin", space.Text("role"));
    }

    [Fact]
    public async Task Sending_it_twice_makes_one_space()
    {
        await using var app = await TestApp.Start();
        var request = new { id = Guid.CreateVersion7(), kind = "group", name = "Relaunch" };

        await app.Ben.Post("/api/spaces", request).Body();
        var again = await app.Ben.Post("/api/spaces", request);

        Assert.Equal(request.id, (await again.Body()).Id());
        Assert.False(again.Headers.Contains("Baton-Changes"));
        Assert.Equal(1, await app.InDb(db => db.Spaces.CountAsync(s => s.Name == "Relaunch")));
    }

    [Fact]
    public async Task An_id_holds_one_space()
    {
        await using var app = await TestApp.Start();
        var request = new { id = Guid.CreateVersion7(), kind = "group", name = "Relaunch" };
        await app.Ben.Post("/api/spaces", request).Body();
        var direct = new { id = Guid.CreateVersion7(), kind = "direct", personIds = new[] { app.Mei.Id } };
        await app.Ben.Post("/api/spaces", direct).Body();

        await app.Ben.Post("/api/spaces", request with { name = "Another" }).Refused(409, "id-taken");
        await app.Mei.Post("/api/spaces", request).Refused(409, "id-taken");
        await app.Ben.Post("/api/spaces", direct with { personIds = [app.Ada.Id] }).Refused(409, "id-taken");
        await app.Ben.Post("/api/spaces", request with { id = app.Ben.PersonalSpaceId }).Refused(409, "id-taken");
    }

    [Fact]
    public async Task Renamed_since_it_is_still_the_one_that_was_asked_for()
    {
        await using var app = await TestApp.Start();
        var request = new { id = Guid.CreateVersion7(), kind = "group", name = "Relaunch" };
        await app.Ben.Post("/api/spaces", request).Body();
        await app.Ben.Patch($"/api/spaces/{request.id}", new { name = "Another" }).Body();

        Assert.Equal("Another", (await app.Ben.Post("/api/spaces", request).Body()).Text("name"));
    }

    [Fact]
    public async Task The_same_people_share_one_direct_space()
    {
        await using var app = await TestApp.Start();

        var first = await app.Ben.Post("/api/spaces",
            new { id = Guid.CreateVersion7(), kind = "direct", personIds = new[] { app.Mei.Id } }).Body();
        var second = await app.Mei.Post("/api/spaces",
            new { id = Guid.CreateVersion7(), kind = "direct", personIds = new[] { app.Ben.Id } }).Body();

        Assert.Equal(first.Id(), second.Id());
    }

    [Fact]
    public async Task Two_who_write_to_each_other_at_once_meet_in_one_space()
    {
        await using var app = await TestApp.Start();

        var both = await Task.WhenAll(
            app.Ben.Post("/api/spaces",
                new { id = Guid.CreateVersion7(), kind = "direct", personIds = new[] { app.Mei.Id } }).Body(),
            app.Mei.Post("/api/spaces",
                new { id = Guid.CreateVersion7(), kind = "direct", personIds = new[] { app.Ben.Id } }).Body());

        Assert.Equal(both[0].Id(), both[1].Id());
    }

    [Fact]
    public async Task Everyone_invited_hears_of_it_in_their_own_space()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();

        await app.Ben.Post("/api/spaces",
            new { id, kind = "group", name = "Relaunch", personIds = new[] { app.Mei.Id } }).Body();

        var changes = await app.Mei.Read($"/api/spaces/{app.Mei.PersonalSpaceId}/changes");
        Assert.Contains(changes.GetProperty("changes").EnumerateArray(),
            c => c.Text("kind") == "space.joined" && c.Id("itemId") == id);
    }

    [Fact]
    public async Task Somebody_elses_id_is_not_handed_out()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Post("/api/spaces", new { id = app.Launch, kind = "group", name = "Mine now" })
            .Refused(409, "id-taken");
    }

    [Fact]
    public async Task A_guest_makes_no_spaces()
    {
        await using var app = await TestApp.Start();

        await app.Gus.Post("/api/spaces", new { id = Guid.CreateVersion7(), kind = "group", name = "Mine" })
            .Refused(403, "right-missing", right: "space.create");
    }

    [Theory]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001","kind":"group"}""", "name")]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001","kind":"group","name":"A","key":"web"}""", "key")]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001","kind":"group","name":"A","colour":"mauve"}""",
        "colour")]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001","kind":"group","name":"A","size":3}""", "size")]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001","kind":"castle","name":"A"}""", "kind")]
    [InlineData("""{"id":"not an id","kind":"group","name":"A"}""", "id")]
    [InlineData("""{"kind":"group","name":"A"}""", "id")]
    [InlineData("""{"id":""", "id")]
    [InlineData("""[]""", "body")]
    public async Task A_bad_request_names_the_field(string body, string field)
    {
        await using var app = await TestApp.Start();

        var sent = app.Ben.Browser.PostAsync("/api/spaces",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        await sent.Refused(400, "invalid", field);
    }
}
