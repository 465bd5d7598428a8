using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Tests.Features.Attention.Ledger;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Delivery;

public sealed class AuditQuietTests
{
    private static readonly DateTimeOffset MeisMorning = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_day_on_which_the_gate_did_its_work_breaks_nothing()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(12));

        await Audit(app);

        Assert.Equal(0, await app.InDb(db => db.Incidents.CountAsync()));
        Assert.Equal(1, (await app.Ada.Read("/api/quiet")).GetProperty("days").GetInt32());
        app.Clock.Advance(TimeSpan.FromDays(93));
        // Her session has ended meanwhile.
        var ada = await app.Visit(app.Ada);
        Assert.Equal(94, (await ada.Read("/api/quiet")).GetProperty("days").GetInt32());
    }

    [Fact]
    public async Task What_came_at_night_is_found_once_however_it_came()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(12));
        await app.Harm("UPDATE batches SET emitted_at = '2026-11-24 11:00:00Z', open_from = NULL, open_until = NULL");

        await Audit(app);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await Audit(app);

        var found = await app.InDb(db => db.Incidents.SingleAsync());
        Assert.Equal((IncidentKind.QuietBroken, app.Mei.Id), (found.Kind, found.PersonId));
        Assert.Equal("2026-11-24T11:00:00.000Z", (await app.Ada.Read("/api/quiet")).Text("since"));
    }

    [Fact]
    public async Task A_change_of_hours_accuses_nobody_of_the_time_before()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(2));
        await app.Mei.Patch("/api/me", new { hours = "Sa-Su 20:00-22:00" }).Body();

        await Audit(app);

        Assert.Equal(0, await app.InDb(db => db.Incidents.CountAsync()));
    }

    [Fact]
    public async Task A_change_of_hours_hides_nothing_of_the_time_before()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(12));
        await app.Harm("UPDATE batches SET emitted_at = '2026-11-24 11:00:00Z'");
        await app.Mei.Patch("/api/me", new { hours = "Mo-Su 00:00-24:00" }).Body();

        await Audit(app);

        var found = await app.InDb(db => db.Incidents.SingleAsync());
        Assert.Equal((IncidentKind.QuietBroken, app.Mei.Id), (found.Kind, found.PersonId));
        Assert.Equal(0, (await app.Gus.Read("/api/quiet")).GetProperty("days").GetInt32());
    }

    [Fact]
    public async Task A_line_to_go_on_by_hides_nothing_of_the_time_before()
    {
        await using var app = await TestApp.Start();
        var focus = $"/api/me/calendar/{Guid.CreateVersion7()}";
        object Saying(string? resume) =>
            new { kind = "focus", firstDay = "2026-11-25", start = "09:00", end = "11:00", resume };
        await app.Mei.Put(focus, Saying(resume: null)).Body();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(12));
        await app.Harm(
            "UPDATE batches SET emitted_at = '2026-11-24 11:00:00Z', open_from = NULL, open_until = NULL");
        await app.Mei.Put(focus, Saying("The third chapter")).Body();

        await Audit(app);

        Assert.Equal(1, await app.InDb(db => db.Incidents.CountAsync()));
    }

    [Fact]
    public async Task What_could_not_wait_is_no_breach_as_long_as_its_record_fits()
    {
        await using var app = await TestApp.Start();
        await app.Ada.BreakGlass(app.Launch, app.Mei).Body();
        await Audit(app);
        Assert.Equal(0, await app.InDb(db => db.Incidents.CountAsync()));
        await app.Harm("UPDATE batches SET glass_id = NULL, audited_at = NULL");

        await Audit(app);

        Assert.Equal(IncidentKind.QuietBroken, (await app.InDb(db => db.Incidents.SingleAsync())).Kind);
    }

    [Fact]
    public async Task What_was_sent_at_night_is_found_though_its_batch_came_by_day()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await app.ConfirmAddress(app.Mei);
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(12));
        await app.Harm("UPDATE channel_attempts SET sent_at = '2026-11-24 11:00:00Z'");

        await Audit(app);

        var found = await app.InDb(db => db.Incidents.SingleAsync());
        var attempt = await app.InDb(db => db.ChannelAttempts.SingleAsync());
        Assert.Equal((IncidentKind.QuietBroken, app.Mei.Id, attempt.Id), (found.Kind, found.PersonId, found.ItemId));
        Assert.Equal("2026-11-24T11:00:00.000Z", (await app.Ada.Read("/api/quiet")).Text("since"));
    }

    [Fact]
    public async Task What_was_sent_within_hours_breaks_nothing()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await app.ConfirmAddress(app.Mei);
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(1));
        await app.Ada.BreakGlass(app.Launch, app.Mei).Body();
        await app.LiveUntil(MeisMorning.AddHours(12));

        await Audit(app);

        Assert.Equal(2, smtp.Received.Count);
        Assert.Equal(0, await app.InDb(db => db.Incidents.CountAsync()));
        Assert.Equal(0, await app.InDb(db => db.ChannelAttempts.CountAsync(a => a.AuditedAt == null)));
    }

    [Fact]
    public async Task A_month_without_a_server_hides_nothing_of_the_time_before()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(12));
        await app.Harm("UPDATE batches SET emitted_at = '2026-11-24 11:00:00Z', audited_at = NULL");

        app.Clock.Advance(TimeSpan.FromDays(30));
        await Audit(app);

        Assert.Equal(IncidentKind.QuietBroken, (await app.InDb(db => db.Incidents.SingleAsync())).Kind);
    }

    [Fact]
    public async Task A_new_name_hides_nothing()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(12));
        await app.Harm("UPDATE batches SET emitted_at = '2026-11-24 11:00:00Z', open_from = NULL, open_until = NULL");
        await app.Mei.Patch("/api/me", new { name = "Mei Tanaka" }).Body();

        await Audit(app);

        Assert.Equal(IncidentKind.QuietBroken, (await app.InDb(db => db.Incidents.SingleAsync())).Kind);
    }

    [Fact]
    public async Task What_was_open_is_kept_with_the_batch()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(12));

        var batch = await app.InDb(db => db.Batches.SingleAsync());

        Assert.Equal((MeisMorning.UtcDateTime, MeisMorning.AddHours(8).UtcDateTime), (batch.OpenFrom, batch.OpenUntil));
    }

    private static async Task Audit(TestApp app)
    {
        await app.InDb(db =>
        {
            db.Jobs.Add(Job.Of(AuditQuiet.Kind, "{}", app.Clock.GetUtcNow().UtcDateTime));
            return db.SaveChangesAsync();
        });
        await app.RunJobs();
    }
}
