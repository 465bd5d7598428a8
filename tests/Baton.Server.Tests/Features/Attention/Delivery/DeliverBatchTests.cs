using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Tests.Features.Attention.Ledger;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Attention.Delivery;

/// <summary>
/// When what is addressed to somebody reaches them. It is Monday, 09:00 in Lisbon, 02:00 in Denver, 18:00 in Tokyo.
/// </summary>
public sealed class DeliverBatchTests
{
    private static readonly DateTimeOffset MeisMorning = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Nothing_reaches_her_before_her_morning_and_then_everything_once()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.Ben.Said(app.Launch, $"For you to know, {app.Mei.Mark()}");

        await app.LiveUntil(MeisMorning.AddMinutes(-1));
        var before = await app.Mei.ToldOfInbox();
        await app.LiveUntil(MeisMorning.AddHours(8));

        Assert.Empty(before);
        Assert.Equal(["inbox.changed", "inbox.changed"], await app.Mei.ToldOfInbox());
        var batch = await app.InDb(db => db.Batches.SingleAsync());
        Assert.Equal((MeisMorning.UtcDateTime, 1, 1), (batch.EmittedAt, batch.Asks, batch.Knows));
    }

    [Fact]
    public async Task Every_device_of_hers_gets_what_a_fresh_one_reads()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);

        await Transitions.VerifyTransition(app.Mei, app.Mei.PersonalSpaceId, () => app.LiveUntil(MeisMorning));

        Assert.Single(await app.Mei.Inbox());
    }

    [Fact]
    public async Task Outside_hours_it_stays_sealed_unless_she_breaks_the_seal()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);

        var seal = (await app.Mei.Read("/api/inbox")).GetProperty("sealed");

        Assert.Equal(1, seal.GetProperty("count").GetInt32());
        Assert.Equal("2026-11-24T00:00:00.000Z", seal.Text("until"));
        Assert.Empty(await app.Mei.Inbox());
        Assert.Single(await app.Mei.Inbox(unsealed: true));
        Assert.Empty(await app.Mei.Inbox());
    }

    [Fact]
    public async Task While_she_works_looking_is_free_and_leaves_no_trace()
    {
        await using var app = await TestApp.Start();
        await app.LiveUntil(MeisMorning.AddHours(1));
        await app.Ben.Asked(app.Launch, app.Mei);

        Assert.Equal("queued", Assert.Single(await app.Mei.Inbox()).Text("state"));

        Assert.Equal(AddresseeState.Queued, await app.InDb(db => db.Addressees.Select(a => a.State).SingleAsync()));
        Assert.Empty(await app.Mei.ToldOfInbox());
    }

    [Fact]
    public async Task After_an_outage_over_night_it_comes_in_the_morning()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        // The server was down while she worked, and is back at 20:00 in Tokyo.
        app.Clock.SetUtcNow(MeisMorning.AddHours(11));
        await app.RunJobs();
        var night = await app.Mei.ToldOfInbox();

        await app.LiveUntil(MeisMorning.AddDays(1));

        Assert.Empty(night);
        Assert.Equal(["inbox.changed"], await app.Mei.ToldOfInbox());
    }

    [Fact]
    public async Task After_an_outage_of_an_hour_it_comes_at_once()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        app.Clock.SetUtcNow(MeisMorning.AddHours(1));

        await app.RunJobs();

        Assert.Equal(["inbox.changed"], await app.Mei.ToldOfInbox());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_brings_nothing_twice_and_loses_nothing()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddMinutes(1));
        app.Clock.AdjustTime(MeisMorning.AddHours(-3));
        await app.Ada.Asked(app.Launch, app.Mei);
        await app.Reconcile();

        await app.LiveUntil(MeisMorning.AddMinutes(2));

        Assert.Equal(2, (await app.Mei.Inbox()).Count);
        Assert.Equal(["inbox.changed", "inbox.changed"], await app.Mei.ToldOfInbox());
        Assert.Equal(2, await app.InDb(db => db.LedgerEntries.CountAsync(e => e.Act == Act.Delivered)));
        Assert.Equal(0, await app.InDb(db => db.Incidents.CountAsync()));
    }

    [Fact]
    public async Task After_an_outage_over_its_date_its_time_begins_with_its_batch()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        app.Clock.SetUtcNow(MeisMorning.AddDays(1).AddHours(1));

        await app.RunJobs();

        var ask = await app.InDb(db => db.Addressees.SingleAsync());
        Assert.Equal(AddresseeState.Delivered, ask.State);
        // Eight hours of her work, from 10:00 on.
        Assert.Equal(MeisMorning.AddDays(2).AddHours(1).UtcDateTime, ask.RespondBy);
    }

    [Fact]
    public async Task Whoever_left_the_space_hears_no_more_of_what_is_said_there()
    {
        await using var app = await TestApp.Start();
        await app.LiveUntil(MeisMorning.AddHours(1));
        var shown = await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(4));
        var (told, message) = (await app.Mei.ToldOfInbox(), await app.Ben.Said(app.Launch, $"Later, {app.Mei.Mark()}"));
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Mei.Id}").Body();
        await app.Ben.Patch($"/api/messages/{message}", new { body = "Not for her" }).Body();

        await app.LiveUntil(MeisMorning.AddDays(2));

        Assert.Equal(["inbox.changed"], told);
        Assert.Equal(["inbox.changed", "inbox.closed"], await app.Mei.ToldOfInbox());
        Assert.Equal(
            [AddresseeState.Withdrawn],
            await app.InDb(db => db.Addressees.Select(a => a.State).Distinct().ToListAsync()));
        Assert.NotEqual(Guid.Empty, shown.Id());
    }

    [Fact]
    public async Task A_batch_that_is_planned_while_its_job_runs_comes_all_the_same()
    {
        await using var app = await TestApp.Start();
        var first = await app.Ben.Asked(app.Launch, app.Mei);
        await app.InDb(async db =>
        {
            // As if the job had been taken up by a node, and had looked, before the second ask is there.
            var job = await db.Jobs.SingleAsync(j => j.Kind == DeliverBatch.Kind);
            db.Entry(job).Property(j => j.LeasedBy).CurrentValue = "another";
            db.Entry(job).Property(j => j.LeasedUntil).CurrentValue = MeisMorning.AddDays(9).UtcDateTime;
            return await db.SaveChangesAsync();
        });

        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning);

        Assert.Equal(2, (await app.Mei.Inbox()).Count);
        Assert.NotEqual(Guid.Empty, first.Id());
    }

    [Fact]
    public async Task What_is_withdrawn_before_its_batch_leaves_no_trace_in_it()
    {
        await using var app = await TestApp.Start();
        var ask = await app.Ben.Asked(app.Launch, app.Mei);
        await app.Ben.Put($"/api/asks/{ask.Id()}/withdrawal").Body();

        await app.LiveUntil(MeisMorning.AddDays(1));

        Assert.Empty(await app.Mei.ToldOfInbox());
        Assert.Equal(0, await app.InDb(db => db.Batches.CountAsync()));
    }

    [Fact]
    public async Task An_edit_before_its_batch_comes_as_it_reads_then()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        await app.Ben.Ask(
            app.Launch, new { addressees = new[] { new { personId = app.Mei.Id, role = "act" } } }, "Frist", id).Body();
        await app.Ben.Patch($"/api/messages/{id}", new { body = "First" }).Body();

        await app.LiveUntil(MeisMorning);

        Assert.Equal("First", Assert.Single(await app.Mei.Inbox()).Text("subject"));
        Assert.Equal(["inbox.changed"], await app.Mei.ToldOfInbox());
    }

    [Fact]
    public async Task What_is_taken_back_at_night_leaves_her_inbox_in_the_morning()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Ask(app.Launch, new
        {
            addressees = new[] { new { personId = app.Mei.Id, role = "act" } },
            respondIn = 2400,
        }).Body()).GetProperty("asks")[0].Id();
        await app.LiveUntil(MeisMorning.AddHours(11));

        await app.Ben.Put($"/api/asks/{ask}/withdrawal").Body();
        var night = await app.Mei.ToldOfInbox();
        await app.LiveUntil(MeisMorning.AddDays(1));

        Assert.Equal(["inbox.changed"], night);
        Assert.Equal(["inbox.changed", "inbox.closed"], await app.Mei.ToldOfInbox());
    }

    [Fact]
    public async Task An_ask_that_nobody_answered_lapses_at_its_time()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);

        await app.LiveUntil(MeisMorning.AddHours(7.9));
        var before = await app.InDb(db => db.Addressees.Select(a => a.State).SingleAsync());
        await app.LiveUntil(MeisMorning.AddHours(8));

        Assert.Equal(AddresseeState.Delivered, before);
        Assert.Equal(AddresseeState.Lapsed, await app.InDb(db => db.Addressees.Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task Answered_late_is_answered()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Mei)).Id();
        await app.LiveUntil(MeisMorning.AddHours(8));

        await app.Mei.Put($"/api/asks/{ask}/answer").Body();

        Assert.Equal(AddresseeState.Answered, await app.InDb(db => db.Addressees.Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task A_promise_for_later_keeps_it_from_lapsing()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Mei)).Id();
        await app.Mei.Put($"/api/asks/{ask}/commitment", new { at = "2026-11-26T08:00:00Z" }).Body();

        await app.LiveUntil(MeisMorning.AddDays(1));
        var meanwhile = await app.InDb(db => db.Addressees.Select(a => a.State).SingleAsync());
        await app.LiveUntil(MeisMorning.AddDays(3));

        Assert.Equal(AddresseeState.Taken, meanwhile);
        Assert.Equal(AddresseeState.Lapsed, await app.InDb(db => db.Addressees.Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_has_left_is_sent_nothing_and_their_asks_end()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.Ada.Delete($"/api/people/{app.Mei.Id}").Body();

        await app.LiveUntil(MeisMorning.AddDays(1));

        Assert.Equal(AddresseeState.Withdrawn, await app.InDb(db => db.Addressees.Select(a => a.State).SingleAsync()));
        Assert.Equal(0, await app.InDb(db => db.Batches.CountAsync()));
    }
}
