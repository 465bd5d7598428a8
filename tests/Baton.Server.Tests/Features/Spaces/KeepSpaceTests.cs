using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Spaces;

public sealed class KeepSpaceTests
{
    [Fact]
    public async Task What_I_pin_and_mute_is_told_to_me_alone()
    {
        await using var app = await TestApp.Start();
        var before = await app.Ada.Version(app.Launch);

        await app.Ben.Put($"/api/spaces/{app.Launch}/pin", new { orderKey = "a0V" }).Body();
        var space = await app.Ben.Put($"/api/spaces/{app.Launch}/mute", new { until = "2026-11-24T09:00:00Z" }).Body();

        Assert.Equal(("a0V", "2026-11-24T09:00:00.000Z"), (space.Text("pin"), space.Text("mutedUntil")));
        Assert.Equal(["space.pinned", "space.muted"], (await app.Ben.Kinds(app.Ben.PersonalSpaceId)).TakeLast(2));
        Assert.Equal(before, await app.Ada.Version(app.Launch));
        Assert.Null((await app.Ada.Read($"/api/spaces/{app.Launch}")).Text("pin"));
    }

    [Fact]
    public async Task It_can_be_taken_back()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Put($"/api/spaces/{app.Launch}/pin", new { orderKey = "a0" }).Body();
        await app.Ben.Put($"/api/spaces/{app.Launch}/mute", new { until = (string?)null }).Body();

        await app.Ben.Delete($"/api/spaces/{app.Launch}/pin").Body();
        var space = await app.Ben.Delete($"/api/spaces/{app.Launch}/mute").Body();

        Assert.Equal((null, null), (space.Text("pin"), space.Text("mutedUntil")));
    }

    [Fact]
    public async Task Doing_it_twice_tells_it_once()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Put($"/api/spaces/{app.Launch}/pin", new { orderKey = "a0" }).Body();
        await app.Ben.Put($"/api/spaces/{app.Launch}/mute", new { }).Body();

        await app.Ben.Put($"/api/spaces/{app.Launch}/pin", new { orderKey = "a0" }).Repeated();
        await app.Ben.Put($"/api/spaces/{app.Launch}/mute", new { }).Repeated();
    }

    [Fact]
    public async Task An_outsider_keeps_nothing()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Put($"/api/spaces/{app.Launch}/pin", new { orderKey = "a0" }).Refused(404, "space-not-found");
        await app.Mallory.Delete($"/api/spaces/{app.Launch}/pin").Refused(404, "space-not-found");
        await app.Mallory.Put($"/api/spaces/{app.Launch}/mute", new { }).Refused(404, "space-not-found");
        await app.Mallory.Delete($"/api/spaces/{app.Launch}/mute").Refused(404, "space-not-found");
    }

    [Fact]
    public async Task Guests_keep_their_spaces_too_and_archived_ones_stay_kept()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body();

        await app.Gus.Put($"/api/spaces/{app.Launch}/pin", new { orderKey = "a0" }).Body();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_bad_order_key_is_named(string orderKey)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Put($"/api/spaces/{app.Launch}/pin", new { orderKey }).Refused(400, "invalid", "orderKey");
    }

    [Fact]
    public async Task A_mute_ends_in_the_future()
    {
        await using var app = await TestApp.Start();

        await app.Ben.Put($"/api/spaces/{app.Launch}/mute", new { until = "2026-11-23T09:00:00Z" })
            .Refused(400, "invalid", "until");
        await app.Ben.Put($"/api/spaces/{app.Launch}/mute", new { until = "tomorrow" })
            .Refused(400, "invalid", "until");
    }
}
