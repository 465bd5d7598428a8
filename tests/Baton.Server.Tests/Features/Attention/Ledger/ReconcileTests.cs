using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Ledger;

/// <summary>It is Monday, 09:00 in Lisbon, 02:00 in Denver, 18:00 in Tokyo.</summary>
public sealed class ReconcileTests
{
    private static readonly DateTimeOffset MeisMorning = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Whatever_becomes_of_asks_adds_up()
    {
        await using var app = await TestApp.Start();
        var asks = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            asks.Add((await app.Ben.Asked(app.Launch, app.Mei)).Id());
        }

        var known = await app.Informed(app.Ben, app.Mei);
        await app.Ben.Put($"/api/asks/{asks[0]}/withdrawal").Body();
        await app.LiveUntil(MeisMorning.AddHours(1));
        await app.Mei.Put($"/api/asks/{asks[1]}/answer").Body();
        await app.Mei.Put($"/api/asks/{asks[2]}/commitment", new { at = MeisMorning.AddDays(1) }).Body();
        await app.Mei.Delete($"/api/asks/{asks[2]}/commitment").Body();
        await app.Mei.Put($"/api/asks/{asks[3]}/delegation", new { personId = app.Ada.Id }).Body();
        await app.Mei.Put($"/api/asks/{asks[4]}/refusal", new { reason = "Not mine." }).Body();
        await app.Mei.Delete($"/api/asks/{asks[4]}/refusal").Body();
        await app.Mei.Put($"/api/inbox/{asks[5]}/snooze", new { until = MeisMorning.AddHours(5) }).Body();
        await app.Mei.Put($"/api/inbox/{known}/letting-go").Body();
        await app.LiveUntil(MeisMorning.AddDays(3));

        await app.Reconcile();

        Assert.Empty(await Incidents(app));
        Assert.Contains(AddresseeState.Lapsed, await app.InDb(db => db.Addressees.Select(a => a.State).ToListAsync()));
        Assert.Equal(0, await VerifyLedger.Run(app.Services, TextWriter.Null, CancellationToken.None));
    }

    [Fact]
    public async Task An_item_that_stands_otherwise_than_its_ledger_says_is_an_incident_once()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Mei)).Id();
        await app.Harm("UPDATE addressees SET state = 'Answered'");

        await app.Reconcile();
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.Reconcile();

        var found = Assert.Single(await Incidents(app));
        Assert.Equal((IncidentKind.StateDiffers, app.Mei.Id, ask, AddresseeState.Queued, AddresseeState.Answered, 2),
            (found.Kind, found.PersonId, found.ItemId, found.Recorded, found.Stands, found.Times));
        Assert.Equal(TimeSpan.FromDays(1), found.LatestAt - found.FoundAt);
    }

    [Theory]
    [InlineData("DELETE FROM ledger_entries", IncidentKind.EntryMissing)]
    [InlineData("DELETE FROM addressees", IncidentKind.ItemMissing)]
    public async Task What_only_one_of_both_knows_is_an_incident(string harm, IncidentKind kind)
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.Harm(harm);

        await app.Reconcile();

        Assert.Equal(kind, Assert.Single(await Incidents(app)).Kind);
    }

    [Fact]
    public async Task A_delivery_that_nothing_would_bring_is_brought_and_counted()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.Harm("DELETE FROM jobs WHERE kind = 'DeliverBatch'");
        await app.LiveUntil(MeisMorning.AddMinutes(11));
        Assert.Empty(await app.Mei.ToldOfInbox());

        await app.Reconcile();
        await app.RunJobs();

        Assert.Equal(["inbox.changed"], await app.Mei.ToldOfInbox());
        Assert.Equal(IncidentKind.DeliveryLost, Assert.Single(await Incidents(app)).Kind);
    }

    [Fact]
    public async Task A_delivery_that_is_on_its_way_is_none()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        app.Clock.SetUtcNow(MeisMorning.AddMinutes(11));

        await app.Reconcile();

        Assert.Empty(await Incidents(app));
    }

    [Fact]
    public async Task A_batch_looks_too()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Mei)).Id();
        await app.LiveUntil(MeisMorning.AddHours(1));
        await app.Harm("UPDATE addressees SET state = 'Taken'");
        await app.Ben.Asked(app.Launch, app.Mei);

        await app.LiveUntil(MeisMorning.AddHours(8));

        Assert.Equal(ask, Assert.Single(await Incidents(app)).ItemId);
    }

    [Fact]
    public async Task Who_manages_the_workspace_reads_incidents_latest_first_page_by_page()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.Harm("UPDATE addressees SET state = 'Answered'");
        await app.Reconcile();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Ada.Asked(app.Launch, app.Ben);
        await app.Harm("DELETE FROM ledger_entries WHERE act = 'Addressed' AND person_id IN "
            + "(SELECT person_id FROM addressees WHERE state = 'Queued')");
        await app.Reconcile();

        var first = await app.Ada.Read("/api/incidents?limit=1");
        var second = await app.Ada.Read($"/api/incidents?limit=1&cursor={first.Text("next")}");

        var pages = new[] { first, second }.Select(page => page.GetProperty("items")[0]).ToList();
        Assert.Equal(2, pages.Select(i => i.Id()).Distinct().Count());
        Assert.Equal(["entryMissing", "stateDiffers"], pages.Select(i => i.Text("kind")).Order());
        Assert.Null(second.Text("next"));
        await app.Ben.Get("/api/incidents").Refused(403, "right-missing", right: "workspace.manage");
        await app.Gus.Get("/api/incidents").Refused(403, "right-missing", right: "workspace.manage");
        await app.Stranger().GetAsync("/api/incidents").Refused(401, "sign-in-needed");
    }

    private static Task<List<Incident>> Incidents(TestApp app) => app.InDb(db =>
        db.Incidents.AsNoTracking().ToListAsync());
}
