using System.Net;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Spaces;

public sealed class ReadSpaceTests
{
    [Fact]
    public async Task A_member_reads_it_with_their_own_rights()
    {
        await using var app = await TestApp.Start();

        var space = await app.Gus.Read($"/api/spaces/{app.Launch}");

        Assert.Equal(("Launch", "guest"), (space.Text("name"), space.Text("role")));
        Assert.DoesNotContain(space.GetProperty("can").EnumerateArray(), right => right.GetString() == "task.create");
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so_until_something_changes()
    {
        await using var app = await TestApp.Start();
        var tag = (await app.Ben.Get($"/api/spaces/{app.Launch}")).Headers.ETag!;

        Assert.Equal(HttpStatusCode.NotModified, (await Ask(app, tag.Tag)).StatusCode);
        await app.Ben.Put($"/api/spaces/{app.Launch}/pin", new { orderKey = "a0" }).Body();
        Assert.Equal(HttpStatusCode.OK, (await Ask(app, tag.Tag)).StatusCode);
    }

    [Fact]
    public async Task A_stranger_is_told_that_there_is_none()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Get($"/api/spaces/{app.Launch}").Refused(404, "space-not-found");
        await app.Mallory.Get($"/api/spaces/{Guid.CreateVersion7()}").Refused(404, "space-not-found");
    }

    private static Task<HttpResponseMessage> Ask(TestApp app, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/spaces/{app.Launch}");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return app.Ben.Browser.SendAsync(request);
    }
}
