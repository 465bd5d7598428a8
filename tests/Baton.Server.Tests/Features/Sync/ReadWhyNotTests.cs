using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Sync;

/// <summary>It is Monday, 09:00 in Lisbon, 02:00 in Denver, 18:00 in Tokyo.</summary>
public sealed class ReadWhyNotTests
{
    private const string Monday = "2026-11-23T09:00:00.000Z";
    private const string Morning = "2026-11-24T00:00:00.000Z";

    private static readonly DateTimeOffset MeisMorning = DateTimeOffset.Parse(
        Morning, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Nobody_addressed_me_and_that_was_the_senders_choice()
    {
        await using var app = await TestApp.Start();
        var said = await app.Ben.Said(app.Launch, $"Only for {app.Ada.Mark(asks: true)}");

        var why = await Why(app.Mei, said);

        Says(why, "notAddressed", at: Monday, by: app.Ben);
        Assert.Equal(1, why.GetProperty("others").GetInt32());
        Assert.Null(why.Text("state"));
    }

    [Fact]
    public async Task I_was_to_know_which_never_alerts()
    {
        await using var app = await TestApp.Start();
        var said = await app.Ben.Said(app.Launch, $"Done. {app.Mei.Mark()}");
        await app.LiveUntil(MeisMorning);

        var why = await Why(app.Mei, said);

        Says(why, "toKnow", at: Monday, by: app.Ben);
        Assert.Equal((Morning, "know"), (why.Text("deliveredAt"), why.Text("role")));
    }

    [Fact]
    public async Task It_is_planned_for_later()
    {
        await using var app = await TestApp.Start();
        var said = await Asked(app);

        var why = await Why(app.Mei, said);

        Says(why, "planned", at: Monday, by: app.Ben);
        Assert.Equal((Morning, null), (why.Text("until"), why.Text("deliveredAt")));
    }

    [Fact]
    public async Task I_put_it_off()
    {
        await using var app = await TestApp.Start();
        var said = await Asked(app);
        await app.LiveUntil(MeisMorning.AddHours(1));
        await app.Mei.Put($"/api/inbox/{await app.ItemOf(said, app.Mei)}/snooze",
            new { until = MeisMorning.AddHours(5) }).Body();

        var why = await Why(app.Mei, said);

        Says(why, "planned", at: Monday, by: app.Ben);
        Assert.Equal(("2026-11-24T05:00:00.000Z", Morning), (why.Text("until"), why.Text("deliveredAt")));
    }

    [Fact]
    public async Task It_was_brought_to_me()
    {
        await using var app = await TestApp.Start();
        var said = await Asked(app);
        await app.LiveUntil(MeisMorning.AddHours(2));
        await app.Mei.Put($"/api/asks/{await app.ItemOf(said, app.Mei)}/answer").Body();

        var why = await Why(app.Mei, said);

        Says(why, "delivered", at: Morning, by: app.Ben);
        Assert.Equal("answered", why.Text("state"));
    }

    [Fact]
    public async Task I_let_it_go_myself()
    {
        await using var app = await TestApp.Start();
        var said = await app.Ben.Said(app.Launch, $"Done. {app.Mei.Mark()}");
        await app.LiveUntil(MeisMorning.AddHours(1));
        await app.Mei.Put($"/api/inbox/{await app.ItemOf(said, app.Mei)}/letting-go").Body();

        Says(await Why(app.Mei, said), "letGo", at: "2026-11-24T01:00:00.000Z", by: app.Mei);
    }

    [Fact]
    public async Task Its_time_ran_out_and_what_was_said_for_that_happened()
    {
        await using var app = await TestApp.Start();
        var said = Guid.CreateVersion7();
        await app.Ben.Ask(app.Launch, new
        {
            addressees = new[] { new { personId = app.Mei.Id, role = "decide" } },
            respondIn = 120,
            ifSilent = "We sign on Friday.",
        }, id: said).Body();
        await app.LiveUntil(MeisMorning.AddDays(2));

        var why = await Why(app.Mei, said);

        Assert.Equal(("lapsed", "We sign on Friday."), (why.Text("reason"), why.Text("ifSilent")));
        Assert.Null(why.Text("byId"));
    }

    [Fact]
    public async Task It_was_taken_back_before_it_reached_me()
    {
        await using var app = await TestApp.Start();
        var said = await Asked(app);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Ben.Put($"/api/asks/{await app.ItemOf(said, app.Mei)}/withdrawal").Body();

        var why = await Why(app.Mei, said);

        Says(why, "notAddressed", at: "2026-11-23T10:00:00.000Z", by: app.Ben);
        Assert.Equal("withdrawn", why.Text("state"));
    }

    [Fact]
    public async Task Of_a_task_and_of_a_topics_first_message_it_is_told_too()
    {
        await using var app = await TestApp.Start();
        var task = await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben);
        var topic = await app.Ben.Opened(app.Launch);
        var first = (await app.Ben.Read($"/api/topics/{topic}/messages")).GetProperty("items")[0].Id();

        Says(await Why(app.Mei, task.Id()), "notAddressed", at: Monday, by: app.Ben);
        Says(await Why(app.Mei, first), "notAddressed", at: Monday, by: app.Ben);
    }

    [Fact]
    public async Task Who_does_not_see_it_is_told_nothing()
    {
        await using var app = await TestApp.Start();
        var said = await Asked(app);

        await app.Mallory.Get($"/api/ledger/why?itemId={said}").Refused(404, "post-not-found");
        await app.Mei.Get($"/api/ledger/why?itemId={Guid.CreateVersion7()}").Refused(404, "post-not-found");
        await app.Mei.Get("/api/ledger/why?itemId=none").Refused(400, "invalid", "itemId");
        await app.Stranger().GetAsync($"/api/ledger/why?itemId={said}").Refused(401, "sign-in-needed");
    }

    private static async Task<Guid> Asked(TestApp app)
    {
        var id = Guid.CreateVersion7();
        await app.Ben.Ask(
            app.Launch, new { addressees = new[] { new { personId = app.Mei.Id, role = "answer" } } }, id: id).Body();
        return id;
    }

    private static Task<JsonElement> Why(Cast who, Guid id) => who.Read($"/api/ledger/why?itemId={id}");

    private static void Says(JsonElement why, string reason, string at, Cast by) =>
        Assert.Equal((reason, at, by.Id), (why.Text("reason"), why.Text("at"), why.Id("byId")));
}
