using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attention.Asks;

/// <summary>What an addressee does with an ask, and what the others see of it.</summary>
public sealed class TransitionTests
{
    [Fact]
    public async Task Taking_it_promises_a_date_that_everybody_sees()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ada.Put($"/api/asks/{ask}/commitment", new { at = "2026-11-24T12:00:00Z" }).Body());

        var shown = await Shown(app);
        Assert.Equal("taken", shown.Text("state"));
        Assert.Equal("2026-11-24T12:00:00.000Z", shown.Text("commitAt"));
    }

    [Theory]
    [InlineData("answer", "{}", "answered")]
    [InlineData("refusal", """{"reason":"Not mine"}""", "declined")]
    public async Task Ending_it_is_one_tap_and_can_be_undone(string what, string body, string state)
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ada.Put($"/api/asks/{ask}/{what}", JsonElement.Parse(body)).Body());
        var ended = (await Shown(app)).Text("state");
        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ada.Delete($"/api/asks/{ask}/{what}").Body());

        Assert.Equal(state, ended);
        Assert.Equal("open", (await Shown(app)).Text("state"));
    }

    [Fact]
    public async Task What_is_undone_after_its_date_has_time_again()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();
        await app.Ada.Put($"/api/asks/{ask}/answer").Body();
        await app.LiveUntil(app.Clock.GetUtcNow().AddDays(2));

        await app.Ada.Delete($"/api/asks/{ask}/answer").Body();
        await app.LiveUntil(app.Clock.GetUtcNow().AddHours(7));
        var meanwhile = (await Shown(app)).Text("state");
        await app.LiveUntil(app.Clock.GetUtcNow().AddDays(2));

        Assert.Equal("open", meanwhile);
        Assert.Equal("lapsed", (await Shown(app)).Text("state"));
    }

    [Fact]
    public async Task What_was_asked_anew_or_is_gone_is_not_undone()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        var wish = new { addressees = new[] { new { personId = app.Ada.Id, role = "act" } } };
        var ask = (await app.Ben.Ask(app.Launch, wish, id: id).Body()).GetProperty("asks")[0].Id();
        await app.Ada.Put($"/api/asks/{ask}/delegation", new { personId = app.Mei.Id }).Body();
        var hers = await app.ItemOf(id, app.Mei);
        await app.Mei.Put($"/api/asks/{hers}/delegation", new { personId = app.Ada.Id }).Body();

        await app.Mei.Put($"/api/asks/{hers}/refusal", new { }).Refused(409, "ask-closed");
        await app.Ada.Delete($"/api/asks/{ask}/delegation").Refused(409, "ask-closed");
        var again = Assert.Single(await app.Ada.Inbox()).Id();
        await app.Ada.Put($"/api/asks/{again}/refusal", new { }).Body();
        await app.Ben.Delete($"/api/messages/{id}").Body();
        await app.Ada.Delete($"/api/asks/{again}/refusal").Refused(409, "ask-closed");
    }

    [Fact]
    public async Task That_somebody_puts_it_off_is_nobody_elses_business()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();
        var before = (await app.Ben.Read($"/api/spaces/{app.Launch}/snapshot")).GetProperty("version").GetInt64();

        await app.Ada.Put($"/api/inbox/{ask}/snooze", new { until = "2026-11-23T12:00:00Z" }).Body();
        await app.Ada.Delete($"/api/inbox/{ask}/snooze").Body();

        var after = (await app.Ben.Read($"/api/spaces/{app.Launch}/snapshot")).GetProperty("version").GetInt64();
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Of_one_of_several_the_others_are_free_until_it_is_given_back()
    {
        await using var app = await TestApp.Start();
        var any = new[] { app.Ada, app.Mei }.Select(p => new { personId = p.Id, role = "act" });
        var asks = (await app.Ben.Ask(app.Launch, new { addressees = any, oneOf = true }).Body())
            .GetProperty("asks").EnumerateArray().ToDictionary(a => a.Id("personId"), a => a.Id());

        await app.Ada.Put($"/api/asks/{asks[app.Ada.Id]}/commitment", new { }).Body();
        await app.Mei.Put($"/api/asks/{asks[app.Mei.Id]}/commitment", new { }).Refused(409, "ask-closed");
        var meanwhile = await app.Mei.Inbox(unsealed: true);
        await app.Ada.Delete($"/api/asks/{asks[app.Ada.Id]}/commitment").Body();

        Assert.Empty(meanwhile);
        Assert.Single(await app.Mei.Inbox(unsealed: true));
    }

    [Fact]
    public async Task Two_who_take_one_of_several_at_once_do_not_both_have_it()
    {
        await using var app = await TestApp.Start();
        var any = new[] { app.Ada, app.Mei }.Select(p => new { personId = p.Id, role = "act" });
        var asks = (await app.Ben.Ask(app.Launch, new { addressees = any, oneOf = true }).Body())
            .GetProperty("asks").EnumerateArray().ToDictionary(a => a.Id("personId"), a => a.Id());

        var answers = await Task.WhenAll(new[] { app.Ada, app.Mei }
            .Select(p => p.Put($"/api/asks/{asks[p.Id]}/commitment", new { })));

        Assert.Equal([200, 409], answers.Select(a => (int)a.StatusCode).Order());
    }

    [Fact]
    public async Task Doing_it_twice_does_it_once()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();
        var first = await app.Ada.Put($"/api/asks/{ask}/answer").Body();

        var again = await app.Ada.Put($"/api/asks/{ask}/answer");

        Assert.Equal(first.GetRawText(), (await again.Body()).GetRawText());
        Assert.False(again.Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task An_ask_that_is_over_is_not_taken()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();
        await app.Ada.Put($"/api/asks/{ask}/answer").Body();

        await app.Ada.Put($"/api/asks/{ask}/commitment", new { }).Refused(409, "ask-closed");
        await app.Ada.Put($"/api/asks/{ask}/refusal", new { }).Refused(409, "ask-closed");
        await app.Ada.Put($"/api/asks/{ask}/delegation", new { personId = app.Mei.Id }).Refused(409, "ask-closed");
        await app.Ben.Put($"/api/asks/{ask}/withdrawal").Refused(409, "ask-closed");
    }

    [Theory]
    [InlineData("2026-11-23T08:59:59Z")]
    [InlineData("2028-01-01T12:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task A_promise_in_the_past_or_for_years_to_come_is_none(string at)
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();

        await app.Ada.Put($"/api/asks/{ask}/commitment", new { at }).Refused(400, "invalid", "at");
    }

    [Fact]
    public async Task What_is_to_be_known_is_let_go_and_neither_taken_nor_answered()
    {
        await using var app = await TestApp.Start();
        var item = await app.Informed(app.Ben, app.Ada);

        await app.Ada.Put($"/api/asks/{item}/answer").Refused(409, "ask-missing");
        await app.Ada.Put($"/api/inbox/{item}/letting-go").Body();
        var gone = await app.Ada.Inbox("know");
        await app.Ada.Delete($"/api/inbox/{item}/letting-go").Body();

        Assert.Empty(gone);
        Assert.Single(await app.Ada.Inbox("know"));
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();
        await app.Ada.Put($"/api/inbox/{ask}/letting-go").Refused(409, "ask-open");
    }

    [Fact]
    public async Task The_sender_takes_it_back()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Put($"/api/asks/{ask}/withdrawal").Body());

        Assert.Empty(await app.Ada.Inbox());
        Assert.Equal("withdrawn", (await Shown(app)).Text("state"));
    }

    [Fact]
    public async Task A_deleted_message_asks_nothing_and_asks_again_once_it_is_back()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        var wish = new { addressees = new[] { new { personId = app.Ada.Id, role = "act" } } };
        await app.Ben.Ask(app.Launch, wish, id: id).Body();

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => app.Ben.Delete($"/api/messages/{id}").Body());
        var meanwhile = await app.Ada.Inbox();
        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Post($"/api/messages/{id}/restoration").Body());

        Assert.Empty(meanwhile);
        Assert.Single(await app.Ada.Inbox());
    }

    [Fact]
    public async Task Nobody_else_can_do_any_of_it()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();

        foreach (var other in new[] { app.Mallory, app.Mei, app.Ben })
        {
            await other.Put($"/api/asks/{ask}/commitment", new { }).Refused(404, "ask-not-found");
            await other.Delete($"/api/asks/{ask}/commitment").Refused(404, "ask-not-found");
            await other.Put($"/api/asks/{ask}/answer").Refused(404, "ask-not-found");
            await other.Delete($"/api/asks/{ask}/answer").Refused(404, "ask-not-found");
            await other.Put($"/api/asks/{ask}/refusal", new { }).Refused(404, "ask-not-found");
            await other.Delete($"/api/asks/{ask}/refusal").Refused(404, "ask-not-found");
            await other.Put($"/api/asks/{ask}/delegation", new { personId = other.Id }).Refused(404, "ask-not-found");
            await other.Delete($"/api/asks/{ask}/delegation").Refused(404, "ask-not-found");
            await other.Put($"/api/inbox/{ask}/snooze", new { until = "2026-11-24T12:00:00Z" })
                .Refused(404, "ask-not-found");
            await other.Delete($"/api/inbox/{ask}/snooze").Refused(404, "ask-not-found");
            await other.Put($"/api/inbox/{ask}/letting-go").Refused(404, "ask-not-found");
            await other.Delete($"/api/inbox/{ask}/letting-go").Refused(404, "ask-not-found");
        }

        await app.Mallory.Put($"/api/asks/{ask}/withdrawal").Refused(404, "ask-not-found");
        await app.Ada.Put($"/api/asks/{ask}/withdrawal").Refused(404, "ask-not-found");
        await app.Mallory.Post("/api/inbox/letting-go", new { ids = new[] { ask } }).Body();
        Assert.Single(await app.Ada.Inbox());
    }

    /// <summary>The first ask of the newest message, as a guest sees it.</summary>
    private static async Task<JsonElement> Shown(TestApp app) =>
        (await app.Gus.Read($"/api/spaces/{app.Launch}/messages")).GetProperty("items")[0].GetProperty("asks")[0];
}
