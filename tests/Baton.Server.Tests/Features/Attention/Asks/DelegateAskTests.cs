using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attention.Asks;

/// <summary>What was asked of one becomes another's.</summary>
public sealed class DelegateAskTests
{
    [Fact]
    public async Task Handing_it_on_asks_the_other_one_by_their_own_calendar()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ada.Put($"/api/asks/{ask}/delegation", new { personId = app.Mei.Id, note = "Yours" }).Body());

        var asks = (await app.Gus.Read($"/api/spaces/{app.Launch}/messages"))
            .GetProperty("items")[0].GetProperty("asks").EnumerateArray().ToList();
        Assert.Equal(["delegated", "open"], asks.Select(a => a.Text("state")));
        Assert.Equal(app.Mei.Id, asks[0].Id("delegatedToId"));
        Assert.Equal("2026-11-24T08:00:00.000Z", asks[1].Text("respondBy"));
        var hers = Assert.Single(await app.Mei.Inbox(unsealed: true));
        Assert.Equal("delegated", hers.GetProperty("why").Text("kind"));
        Assert.Equal(app.Ada.Id, hers.GetProperty("why").Id("ofId"));
    }

    [Fact]
    public async Task What_was_handed_on_comes_back_while_the_other_has_not_begun()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();
        await app.Ada.Put($"/api/asks/{ask}/delegation", new { personId = app.Mei.Id }).Body();

        await app.Ada.Delete($"/api/asks/{ask}/delegation").Body();

        Assert.Empty(await app.Mei.Inbox(unsealed: true));
        Assert.Equal(ask, Assert.Single(await app.Ada.Inbox()).Id());
        await app.Ada.Put($"/api/asks/{ask}/delegation", new { personId = app.Mei.Id }).Body();
        var hers = Assert.Single(await app.Mei.Inbox(unsealed: true)).Id();
        await app.Mei.Put($"/api/asks/{hers}/commitment", new { }).Body();
        await app.Ada.Delete($"/api/asks/{ask}/delegation").Refused(409, "ask-closed");
    }

    [Fact]
    public async Task Who_asked_goes_on_waiting_for_whoever_has_it_and_can_take_it_back()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();
        await app.Ada.Put($"/api/asks/{ask}/delegation", new { personId = app.Mei.Id }).Body();

        var waiting = (await app.Ben.Read("/api/asks/sent")).GetProperty("items").EnumerateArray().ToList();
        var hers = Assert.Single(waiting).GetProperty("ask");
        await app.Ada.Put($"/api/asks/{hers.Id()}/withdrawal").Refused(404, "ask-not-found");
        await app.Ben.Put($"/api/asks/{hers.Id()}/withdrawal").Body();

        Assert.Equal(app.Mei.Id, hers.Id("personId"));
        Assert.Empty((await app.Ben.Read("/api/asks/sent")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Nobody_is_handed_what_they_are_asked_already()
    {
        await using var app = await TestApp.Start();
        var both = new[] { app.Ada, app.Mei }.Select(p => new { personId = p.Id, role = "act" });
        var asks = (await app.Ben.Ask(app.Launch, new { addressees = both }).Body()).GetProperty("asks");
        var adas = asks.EnumerateArray().Single(a => a.Id("personId") == app.Ada.Id).Id();

        await app.Ada.Put($"/api/asks/{adas}/delegation", new { personId = app.Mei.Id }).Refused(409, "ask-exists");
        await app.Ada.Put($"/api/asks/{adas}/delegation", new { personId = app.Ada.Id })
            .Refused(400, "invalid", "personId");
        await app.Ada.Put($"/api/asks/{adas}/delegation", new { personId = app.Mallory.Id })
            .Refused(404, "person-not-found");
    }
}
