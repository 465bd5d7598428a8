using Baton.Server.Data;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Tests.Features.Attention.Ledger;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Attention.Delivery;

/// <summary>
/// What is on its way when a calendar changes. It is Monday, 09:00 in Lisbon, 02:00 in Denver, 18:00 in Tokyo.
/// </summary>
public sealed class ReplanTests
{
    private static readonly DateTimeOffset MeisMorning = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_change_of_hours_at_the_moment_of_a_batch_does_not_put_it_off()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);
        app.Clock.SetUtcNow(MeisMorning);
        await app.Mei.Patch("/api/me", new { hours = "Mo-Fr 09:00-18:00" }).Body();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Replan>()
                .Run(app.Mei.Id.ToString(), CancellationToken.None);
        }

        await app.RunJobs();

        Assert.Equal(MeisMorning.UtcDateTime, (await app.InDb(db => db.Batches.SingleAsync())).EmittedAt);
    }

    [Fact]
    public async Task Focus_that_its_owner_ends_early_holds_nothing_back_any_more()
    {
        await using var app = await TestApp.Start();
        var noon = new DateTimeOffset(2026, 11, 23, 13, 0, 0, TimeSpan.Zero);
        var focus = Guid.CreateVersion7();
        object Until(string end) => new { kind = "focus", firstDay = "2026-11-23", start = "09:00", end };
        await app.Ada.Put($"/api/me/calendar/{focus}", Until("14:30")).Body();
        await app.Ben.Asked(app.Launch, app.Ada);
        await app.RunJobs();
        var planned = await app.InDb(db => db.Addressees.Select(a => a.DeliverAt).SingleAsync());

        await app.LiveUntil(noon.AddHours(-2));
        await app.Ada.Put($"/api/me/calendar/{focus}", Until("11:00")).Body();
        await app.LiveUntil(noon.AddMinutes(-1));
        var before = await app.Ada.ToldOfInbox();
        await app.LiveUntil(noon);

        Assert.Equal(noon.UtcDateTime.AddHours(1.5), planned);
        Assert.Empty(before);
        Assert.Equal(["inbox.changed"], await app.Ada.ToldOfInbox());
    }

    [Fact]
    public async Task A_build_that_knows_zones_otherwise_plans_anew_what_is_on_its_way()
    {
        await using var app = await TestApp.Start();
        var runner = app.Services.GetRequiredService<JobRunner>();
        await runner.ScheduleOwn(CancellationToken.None);
        await app.RunJobs();
        await app.Ben.Asked(app.Launch, app.Mei);
        // As if Tokyo had had summer time in the edition before.
        await app.Harm("UPDATE zone_data SET version = 'TZDB: 2025a'");
        await app.InDb(async db =>
        {
            (await db.Addressees.SingleAsync()).Plan(MeisMorning.UtcDateTime.AddHours(-1));
            return await db.SaveChangesAsync();
        });

        await runner.ScheduleOwn(CancellationToken.None);
        await app.RunJobs();
        var planned = await app.InDb(db => db.Addressees.Select(a => a.DeliverAt).SingleAsync());
        await runner.ScheduleOwn(CancellationToken.None);
        var jobs = await app.RunJobs();

        Assert.Equal(MeisMorning.UtcDateTime, planned);
        Assert.Equal(1, jobs);
    }

    [Fact]
    public async Task Other_hours_move_what_is_on_its_way_and_its_date()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Asked(app.Launch, app.Mei);

        await app.Mei.Patch("/api/me", new { hours = "Tu-Fr 12:00-16:00" }).Body();
        await app.RunJobs();

        var (deliverAt, respondBy) = await app.InDb(async db =>
            (await db.Addressees.SingleAsync()) is var ask ? (ask.DeliverAt, ask.RespondBy) : default);
        Assert.Equal(new DateTime(2026, 11, 24, 3, 0, 0, DateTimeKind.Utc), deliverAt);
        Assert.Equal(new DateTime(2026, 11, 25, 7, 0, 0, DateTimeKind.Utc), respondBy);
        await app.LiveUntil(MeisMorning.AddDays(1));
        Assert.Equal(["inbox.changed"], await app.Mei.ToldOfInbox());
        var batch = await app.InDb(db => db.Batches.SingleAsync());
        Assert.Equal(new DateTime(2026, 11, 24, 3, 0, 0, DateTimeKind.Utc), batch.EmittedAt);
    }

    [Fact]
    public async Task Other_hours_take_nothing_of_the_time_that_was_given_anew()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();
        await app.Ada.Put($"/api/asks/{ask}/answer").Body();
        await app.LiveUntil(app.Clock.GetUtcNow().AddDays(7));
        await app.Ada.Delete($"/api/asks/{ask}/answer").Body();

        await app.Ada.Patch("/api/me", new { hours = "Mo-Fr 09:00-15:00" }).Body();
        await app.RunJobs();

        // Eight hours of hers from Monday, 09:00 on.
        Assert.Equal(new DateTime(2026, 12, 1, 11, 0, 0, DateTimeKind.Utc),
            await app.InDb(db => db.Addressees.Select(a => a.RespondBy).SingleAsync()));
    }
}
