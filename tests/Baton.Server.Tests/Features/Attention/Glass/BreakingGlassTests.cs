using System.Net;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Tests.Features.Attention.Ledger;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Glass;

/// <summary>
/// What cannot wait. It is Monday, 09:00 in Lisbon, where Ada has just begun; 02:00 in Denver, 18:00 in Tokyo.
/// </summary>
public sealed class BreakingGlassTests
{
    [Fact]
    public async Task Whoever_is_off_has_it_at_once_and_nothing_else()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);

        var postId = Guid.CreateVersion7();
        await Transitions.VerifyTransition(app.Mei, app.Mei.PersonalSpaceId,
            () => app.Ada.BreakGlass(app.Launch, app.Mei, id: postId).Body());
        await app.RunJobs();

        var reached = Assert.Single(await app.Mei.Inbox());
        Assert.Equal(postId, reached.GetProperty("post").Id());
        Assert.Equal(("breakGlass", "delivered"), (reached.Text("urgency"), reached.Text("state")));
        Assert.Equal(["inbox.changed"], await app.Mei.ToldOfInbox());
        var batch = await app.InDb(db => db.Batches.SingleAsync());
        Assert.Equal((PermitBasis.BreakGlass, postId, 1, 0), (batch.Basis, batch.GlassId, batch.Asks, batch.Knows));
        Assert.Equal(
            [Act.Addressed, Act.Addressed, Act.Delivered],
            (await app.EntriesOf(app.Mei.Id)).Select(entry => entry.Act));
    }

    [Fact]
    public async Task Whoever_is_in_focus_has_it_at_once_too()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Put($"/api/me/calendar/{Guid.CreateVersion7()}",
            new { kind = "focus", firstDay = "2026-11-23", start = "09:00", end = "12:00" }).Body();

        await app.Mei.BreakGlass(app.Launch, app.Ada).Body();

        Assert.Single(await app.Ada.Inbox());
    }

    [Fact]
    public async Task Sent_twice_it_is_one()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();

        await Writes.Verify(app.Ben, app.Launch, () => app.Ada.BreakGlass(app.Launch, app.Mei, id: id));

        Assert.Equal(1, await app.InDb(db => db.BreakGlasses.CountAsync()));
        Assert.Equal(0, (await Mine(app.Ada)).GetProperty("left").GetInt32());
    }

    [Fact]
    public async Task A_topic_and_a_comment_can_ask_so_too()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch("/api/workspace", new { breakGlassSent = 10 }).Body();
        app.Clock.Advance(TimeSpan.FromDays(1));
        var topic = await app.Ben.Opened(app.Launch);
        var task = (await (await Board.Of(app.Ben, app.Launch)).TaskFor(app.Gus, app.Ben)).Id();
        foreach (var place in new[] { $"topics/{topic}/messages", $"tasks/{task}/messages" })
        {
            await app.Ada.Post($"/api/{place}",
                new { id = Guid.CreateVersion7(), body = "Down!", envelope = Asking.Glass(app.Mei) }).Body();
        }

        Assert.Equal(2, (await app.Mei.Inbox()).Count);
    }

    [Fact]
    public async Task A_second_one_in_a_month_is_refused_with_when_it_is_possible_again()
    {
        await using var app = await TestApp.Start();
        await app.Ada.BreakGlass(app.Launch, app.Mei).Body();

        var refused = await app.Ada.BreakGlass(app.Launch, app.Ben);

        Assert.Contains("\"possibleAt\":\"2026-12-01T00:00:00.000Z\"", await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        await app.Ada.BreakGlass(app.Launch, app.Ben).Refused(409, "break-glass-spent");
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        await app.Ada.BreakGlass(app.Launch, app.Ben).Body();
    }

    [Fact]
    public async Task Nobody_is_reached_so_more_than_twice_a_month()
    {
        await using var app = await TestApp.Start();
        var nia = await app.Newcomer(app.Launch);
        await app.Ada.BreakGlass(app.Launch, app.Mei).Body();
        await app.Ben.BreakGlass(app.Launch, app.Mei).Body();

        var refused = await nia.BreakGlass(app.Launch, app.Mei);

        // Her December begins in Tokyo.
        Assert.Contains("\"possibleAt\":\"2026-11-30T15:00:00.000Z\"", await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        await nia.BreakGlass(app.Launch, app.Mei).Refused(409, "break-glass-receiver-spent");
        Assert.Equal(1, (await Mine(nia)).GetProperty("left").GetInt32());
    }

    [Theory]
    [InlineData("act", null, null, "envelope.breakGlass.reason")]
    [InlineData("act", "outage", null, "envelope.breakGlass.breaks")]
    [InlineData("act", "outage", "Much. ", "envelope.breakGlass.breaks")]
    [InlineData(null, "outage", "Nobody can pay.", "envelope.addressees")]
    [InlineData("know", "outage", "Nobody can pay.", "envelope.addressees")]
    [InlineData("review", "outage", "Nobody can pay.", "envelope.addressees")]
    public async Task One_that_does_not_say_why_or_asks_nobody_is_refused(
        string? role, string? reason, string? breaks, string field)
    {
        await using var app = await TestApp.Start();
        var addressees = role is null ? [] : new[] { new { personId = app.Mei.Id, role } };

        await app.Ada.Ask(app.Launch, new { addressees, urgency = "breakGlass", breakGlass = new { reason, breaks } })
            .Refused(400, "invalid", field);

        Assert.Equal(0, await app.InDb(db => db.BreakGlasses.CountAsync()));
    }

    [Fact]
    public async Task Several_are_not_reached_by_one()
    {
        await using var app = await TestApp.Start();

        await app.Ada.Ask(app.Launch, new
        {
            addressees = new[] { new { group = "space", role = "act" } },
            oneOf = true,
            urgency = "breakGlass",
            breakGlass = new { reason = "outage", breaks = "Nobody can pay." },
        }).Refused(400, "invalid", "envelope.addressees");
    }

    [Fact]
    public async Task What_breaks_is_said_of_nothing_else()
    {
        await using var app = await TestApp.Start();

        await app.Ada.Ask(app.Launch, new
        {
            addressees = new[] { new { personId = app.Mei.Id, role = "act" } },
            breakGlass = new { reason = "outage", breaks = "Nobody can pay any more." },
        }).Refused(400, "invalid", "envelope.breakGlass");
    }

    [Fact]
    public async Task Guests_neither_break_the_glass_nor_are_reached_and_strangers_see_no_space()
    {
        await using var app = await TestApp.Start();

        await app.Gus.BreakGlass(app.Launch, app.Mei).Refused(403, "right-missing", right: "glass.break");
        await app.Ada.BreakGlass(app.Launch, app.Gus).Refused(409, "break-glass-guest");
        await app.Mallory.BreakGlass(app.Launch, app.Mei).Refused(404, "space-not-found");
        await app.Ada.BreakGlass(app.Launch, app.Mallory).Refused(404, "person-not-found");
        Assert.Equal(0, await app.InDb(db => db.BreakGlasses.CountAsync()));
    }

    [Fact]
    public async Task Whoever_is_on_duty_and_at_work_is_asked_first_which_costs_nothing()
    {
        await using var app = await TestApp.Start();
        await OnDuty(app, app.Ben, app.Ada);

        await app.Mei.BreakGlass(app.Launch, app.Ben).Refused(409, "duty-first");
        var refused = await (await app.Mei.BreakGlass(app.Launch, app.Ben)).Content.ReadAsStringAsync();
        await app.Mei.BreakGlass(app.Launch, app.Ada).Body();

        Assert.Contains($"\"personId\":\"{app.Ada.Id}\"", refused, StringComparison.Ordinal);
        Assert.Contains("Ada is on duty", refused, StringComparison.Ordinal);
        Assert.Equal(1, (await Mine(app.Mei)).GetProperty("left").GetInt32());
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_without_an_answer_somebody_else_is_reached()
    {
        await using var app = await TestApp.Start();
        await OnDuty(app, app.Ada);
        var tried = Guid.CreateVersion7();
        await app.Mei.BreakGlass(app.Launch, app.Ada, id: tried).Body();
        app.Clock.Advance(TimeSpan.FromMinutes(14));
        await app.Mei.BreakGlass(app.Launch, app.Ben).Refused(409, "duty-first");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var reached = Guid.CreateVersion7();
        await app.Mei.BreakGlass(app.Launch, app.Ben, id: reached).Body();

        Assert.Equal(tried, await app.InDb(db => db.BreakGlasses
            .Where(g => g.Id == reached).Select(g => g.TriedFirstId).SingleAsync()));
        Assert.Equal(0, (await Mine(app.Mei)).GetProperty("left").GetInt32());
    }

    [Theory]
    [InlineData("commitment")]
    [InlineData("answer")]
    public async Task Not_while_whoever_is_on_duty_is_at_it(string act)
    {
        await using var app = await TestApp.Start();
        await OnDuty(app, app.Ada);
        await app.Mei.BreakGlass(app.Launch, app.Ada).Body();
        await app.Ada.Put($"/api/asks/{(await app.Ada.Inbox())[0].Id()}/{act}", new { }).Body();
        app.Clock.Advance(TimeSpan.FromMinutes(20));

        await app.Mei.BreakGlass(app.Launch, app.Ben).Refused(409, "duty-first");
    }

    [Fact]
    public async Task Somebody_elses_try_does_not_count_nor_does_one_in_another_space()
    {
        await using var app = await TestApp.Start();
        await OnDuty(app, app.Ada);
        await app.Ben.BreakGlass(app.Launch, app.Ada).Body();
        app.Clock.Advance(TimeSpan.FromMinutes(20));

        await app.Mei.BreakGlass(app.Launch, app.Ben).Refused(409, "duty-first");
    }

    [Fact]
    public async Task While_nobody_on_duty_is_at_work_anybody_is_reached_and_it_costs()
    {
        await using var app = await TestApp.Start();
        await OnDuty(app, app.Ben, app.Mei);

        await app.Ada.BreakGlass(app.Launch, app.Ben).Body();

        Assert.Equal(0, (await Mine(app.Ada)).GetProperty("left").GetInt32());
    }

    [Fact]
    public async Task Of_two_at_the_same_moment_the_sender_has_one()
    {
        await using var app = await Overtaking.Start();
        var other = await Group(app);

        var answers = await Overtaking.SendTogether(app,
        [
            () => app.Ada.BreakGlass(app.Launch, app.Mei),
            () => app.Ada.BreakGlass(other, app.Ben),
        ]);

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(1, await app.InDb(db => db.BreakGlasses.CountAsync()));
    }

    [Fact]
    public async Task Of_two_at_the_same_moment_the_receiver_gets_one()
    {
        await using var app = await Overtaking.Start();
        await app.Ada.Patch("/api/workspace", new { breakGlassReceived = 1 }).Body();
        var other = await Group(app);

        var answers = await Overtaking.SendTogether(app,
        [
            () => app.Ada.BreakGlass(app.Launch, app.Mei),
            () => app.Ben.BreakGlass(other, app.Mei),
        ]);

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(1, await app.InDb(db => db.BreakGlasses.CountAsync()));
    }

    [Fact]
    public async Task Its_words_are_erased_with_the_message()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        await app.Ada.BreakGlass(app.Launch, app.Mei, id: id).Body();
        await app.Ada.Delete($"/api/messages/{id}").Body();

        await app.LiveUntil(app.Clock.GetUtcNow().AddDays(2));

        Assert.Equal("", await app.InDb(db => db.BreakGlasses.Select(g => g.Breaks).SingleAsync()));
    }

    [Fact]
    public async Task The_preview_names_the_price()
    {
        await using var app = await TestApp.Start();
        await OnDuty(app, app.Ada);

        var forBen = await Preview(app.Mei, app.Ben);
        var forAda = await Preview(app.Mei, app.Ada);

        Assert.Equal(app.Ada.Id, forBen.GetProperty("glass").Id("dutyFirstId"));
        Assert.Equal("2026-11-23T16:00:00.000Z", forBen.GetProperty("glass").Text("offUntil"));
        Assert.Equal("2026-11-23T09:00:00.000Z", forBen.GetProperty("people")[0].Text("deliverAt"));
        Assert.Equal(1, forBen.GetProperty("glass").GetProperty("allowance").GetProperty("left").GetInt32());
        Assert.False(forBen.GetProperty("glass").GetProperty("isTold").GetBoolean());
        Assert.False(forBen.GetProperty("glass").GetProperty("isGuest").GetBoolean());
        Assert.False(forBen.GetProperty("glass").GetProperty("isFree").GetBoolean());
        Assert.True(forAda.GetProperty("glass").GetProperty("isFree").GetBoolean());

        Task<System.Text.Json.JsonElement> Preview(Cast who, Cast whom) => who.Post(
            $"/api/spaces/{app.Launch}/preview",
            new
            {
                body = "Down!",
                envelope = new
                {
                    addressees = new[] { new { personId = whom.Id, role = "act" } },
                    urgency = "breakGlass",
                },
            }).Body();
    }

    private static Task<System.Text.Json.JsonElement> OnDuty(TestApp app, params Cast[] people) =>
        app.Ada.Put($"/api/spaces/{app.Launch}/duty", new { personIds = people.Select(p => p.Id) }).Body();

    private static async Task<System.Text.Json.JsonElement> Mine(Cast who) =>
        (await who.Read("/api/break-glass")).GetProperty("allowance");

    private static async Task<Guid> Group(TestApp app) => (await app.Ada.Post("/api/spaces", new
    {
        id = Guid.CreateVersion7(),
        kind = "group",
        name = "Support",
        key = "SUP",
        personIds = new[] { app.Ben.Id, app.Mei.Id },
    }).Body()).Id();
}
