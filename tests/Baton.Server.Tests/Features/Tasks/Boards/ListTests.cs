using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks.Boards;

public sealed class ListTests
{
    [Fact]
    public async Task A_new_space_has_three_lists_and_its_founder_learns_of_them()
    {
        await using var app = await TestApp.Start();

        var lists = (await app.Gus.Read($"/api/spaces/{app.Launch}/snapshot"))
            .GetProperty("lists").EnumerateArray().ToList();
        var changes = (await app.Ada.Read($"/api/spaces/{app.Launch}/changes")).GetProperty("changes").EnumerateArray();

        Assert.Equal("a0 To do False, a1 Doing False, a2 Done True", string.Join(", ", lists
            .Select(l => $"{l.Text("orderKey")} {l.Text("name")} {l.GetProperty("done").GetBoolean()}")
            .Order(StringComparer.Ordinal)));
        Assert.Equal(
            "space.created list.created list.created list.created",
            string.Join(' ', changes.Take(4).Select(c => c.Text("kind"))));
    }

    [Fact]
    public async Task A_list_is_made_changed_archived_and_restored()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => app.Ben.Post(
            $"/api/spaces/{app.Launch}/lists",
            new { id, name = "In review", orderKey = "a1V", colour = "violet", wipLimit = 3 }).Body());
        await Transitions.VerifyTransition(app.Gus, app.Launch, () =>
            app.Ben.Patch($"/api/lists/{id}", new { name = "Review", wipLimit = (int?)null, colour = (string?)null })
                .Body());
        await Transitions.VerifyTransition(app.Gus, app.Launch, () => app.Ben.Put($"/api/lists/{id}/archival").Body());
        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Delete($"/api/lists/{id}/archival").Body());

        var list = (await app.Gus.Read($"/api/spaces/{app.Launch}/snapshot"))
            .GetProperty("lists").EnumerateArray().Single(l => l.Id() == id);
        Assert.Equal(
            ("Review", "a1V", null, null),
            (list.Text("name"), list.Text("orderKey"), list.Text("colour"), list.Text("archivedAt")));
    }

    [Fact]
    public async Task Sending_any_of_it_twice_does_it_once()
    {
        await using var app = await TestApp.Start();
        var request = new { id = Guid.CreateVersion7(), name = "In review", orderKey = "a1V" };
        Func<Task<HttpResponseMessage>>[] writes =
        [
            () => app.Ben.Post($"/api/spaces/{app.Launch}/lists", request),
            () => app.Ben.Patch($"/api/lists/{request.id}", new { name = "Review" }),
            () => app.Ben.Put($"/api/lists/{request.id}/archival"),
            () => app.Ben.Delete($"/api/lists/{request.id}/archival"),
        ];

        foreach (var write in writes)
        {
            var first = await write();
            var second = await write();

            Assert.Equal((await first.Body()).GetRawText(), (await second.Body()).GetRawText());
            Assert.True(first.Headers.Contains("Baton-Changes"));
            Assert.False(second.Headers.Contains("Baton-Changes"));
        }
    }

    [Fact]
    public async Task The_id_of_another_list_is_not_handed_out()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        await app.Ben.Post($"/api/spaces/{app.Launch}/lists", new { id = board.ToDo, name = "Mine", orderKey = "a5" })
            .Refused(409, "id-taken");
    }

    [Fact]
    public async Task Two_who_change_different_fields_at_once_both_get_their_way()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => Task.WhenAll(
            app.Ben.Patch($"/api/lists/{board.Doing}", new { name = "Now" }).Body(),
            app.Mei.Patch($"/api/lists/{board.Doing}", new { wipLimit = 4 }).Body()));

        var list = (await app.Gus.Read($"/api/spaces/{app.Launch}/snapshot"))
            .GetProperty("lists").EnumerateArray().Single(l => l.Id() == board.Doing);
        Assert.Equal(("Now", 4), (list.Text("name"), list.GetProperty("wipLimit").GetInt32()));
    }

    [Fact]
    public async Task Mallory_finds_no_such_space_and_no_such_list()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        await app.Mallory.Post($"/api/spaces/{app.Launch}/lists",
            new { id = Guid.CreateVersion7(), name = "Mine", orderKey = "a5" })
            .Refused(404, "space-not-found");
        await app.Mallory.Patch($"/api/lists/{board.Doing}", new { name = "Mine" }).Refused(404, "list-not-found");
        await app.Mallory.Put($"/api/lists/{board.Doing}/archival").Refused(404, "list-not-found");
        await app.Mallory.Delete($"/api/lists/{board.Doing}/archival").Refused(404, "list-not-found");
    }

    [Fact]
    public async Task A_guest_manages_no_lists()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        await app.Gus.Post($"/api/spaces/{app.Launch}/lists",
            new { id = Guid.CreateVersion7(), name = "Mine", orderKey = "a5" })
            .Refused(403, "right-missing");
        await app.Gus.Patch($"/api/lists/{board.Doing}", new { name = "Mine" }).Refused(403, "right-missing");
        await app.Gus.Put($"/api/lists/{board.Doing}/archival").Refused(403, "right-missing");
        await app.Gus.Delete($"/api/lists/{board.Doing}/archival").Refused(403, "right-missing");
    }

    [Fact]
    public async Task A_board_has_up_to_fifty_lists()
    {
        await using var app = await TestApp.Start();
        for (var more = 3; more < 50; more++)
        {
            await app.Ben.Post($"/api/spaces/{app.Launch}/lists",
                new { id = Guid.CreateVersion7(), name = "More", orderKey = "a5" }).Body();
        }

        await app.Ben.Post($"/api/spaces/{app.Launch}/lists",
            new { id = Guid.CreateVersion7(), name = "More", orderKey = "a5" })
            .Refused(409, "board-full");
    }

    [Theory]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"colour":"mauve"}""", "colour")]
    [InlineData("""{"orderKey":"zz"}""", "orderKey")]
    [InlineData("""{"wipLimit":0}""", "wipLimit")]
    [InlineData("""{"wipLimit":"3"}""", "wipLimit")]
    [InlineData("""{"done":null}""", "done")]
    [InlineData("""{"size":3}""", "size")]
    public async Task A_bad_change_names_the_field(string body, string field)
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);

        await app.Ben.Browser.PatchAsync($"/api/lists/{board.Doing}",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"))
            .Refused(400, "invalid", field);
    }
}
