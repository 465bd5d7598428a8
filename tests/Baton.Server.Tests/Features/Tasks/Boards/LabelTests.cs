using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks.Boards;

public sealed class LabelTests
{
    [Fact]
    public async Task A_label_is_made_changed_archived_and_restored()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();

        await Transitions.VerifyTransition(app.Gus, app.Launch, () =>
            app.Ben.Post($"/api/spaces/{app.Launch}/labels", new { id, name = "Bug", colour = "red" }).Body());
        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Patch($"/api/labels/{id}", new { colour = "pink" }).Body());
        await Transitions.VerifyTransition(app.Gus, app.Launch, () => app.Ben.Put($"/api/labels/{id}/archival").Body());
        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Delete($"/api/labels/{id}/archival").Body());

        var label = (await app.Gus.Read($"/api/spaces/{app.Launch}/snapshot")).GetProperty("labels")[0];
        Assert.Equal(("Bug", "pink", null), (label.Text("name"), label.Text("colour"), label.Text("archivedAt")));
    }

    [Fact]
    public async Task Sending_any_of_it_twice_does_it_once()
    {
        await using var app = await TestApp.Start();
        var request = new { id = Guid.CreateVersion7(), name = "Bug", colour = "red" };
        Func<Task<HttpResponseMessage>>[] writes =
        [
            () => app.Ben.Post($"/api/spaces/{app.Launch}/labels", request),
            () => app.Ben.Patch($"/api/labels/{request.id}", new { name = "Defect" }),
            () => app.Ben.Put($"/api/labels/{request.id}/archival"),
            () => app.Ben.Delete($"/api/labels/{request.id}/archival"),
        ];

        foreach (var write in writes)
        {
            var first = await write();
            var second = await write();

            Assert.Equal((await first.Body()).GetRawText(), (await second.Body()).GetRawText());
            Assert.True(first.Headers.Contains("Baton-Changes"));
            Assert.False(second.Headers.Contains("Baton-Changes"));
        }

        await app.Ben.Post($"/api/spaces/{app.Launch}/labels", request with { name = "Other" })
            .Refused(409, "id-taken");
    }

    [Fact]
    public async Task Mallory_finds_no_such_label_and_a_guest_manages_none()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        await app.Ben.Post($"/api/spaces/{app.Launch}/labels", new { id, name = "Bug", colour = "red" }).Body();
        var mine = new { id = Guid.CreateVersion7(), name = "Mine", colour = "red" };

        await app.Mallory.Post($"/api/spaces/{app.Launch}/labels", mine).Refused(404, "space-not-found");
        await app.Mallory.Patch($"/api/labels/{id}", new { name = "Mine" }).Refused(404, "label-not-found");
        await app.Mallory.Put($"/api/labels/{id}/archival").Refused(404, "label-not-found");
        await app.Mallory.Delete($"/api/labels/{id}/archival").Refused(404, "label-not-found");
        await app.Gus.Post($"/api/spaces/{app.Launch}/labels", mine).Refused(403, "right-missing");
        await app.Gus.Patch($"/api/labels/{id}", new { name = "Mine" }).Refused(403, "right-missing");
        await app.Gus.Put($"/api/labels/{id}/archival").Refused(403, "right-missing");
        await app.Gus.Delete($"/api/labels/{id}/archival").Refused(403, "right-missing");
    }

    [Theory]
    [InlineData("""{"name":" "}""", "name")]
    [InlineData("""{"colour":null}""", "colour")]
    [InlineData("""{"colour":"mauve"}""", "colour")]
    public async Task A_bad_change_names_the_field(string body, string field)
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        await app.Ben.Post($"/api/spaces/{app.Launch}/labels", new { id, name = "Bug", colour = "red" }).Body();

        await app.Ben.Browser.PatchAsync($"/api/labels/{id}",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"))
            .Refused(400, "invalid", field);
    }
}
