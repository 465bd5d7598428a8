using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Tests.Features.Attention.Ledger;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attention.Inbox;

public sealed class SnoozeItemTests
{
    [Fact]
    public async Task It_is_out_of_sight_until_then()
    {
        await using var app = await TestApp.Start();
        var item = await app.Informed(app.Ben, app.Ada);

        await Transitions.VerifyTransition(app.Ada, app.Ada.PersonalSpaceId,
            () => app.Ada.Put($"/api/inbox/{item}/snooze", new { until = "2026-11-24T10:00:00Z" }).Body());
        var meanwhile = await app.Ada.Inbox("know");
        await Transitions.VerifyTransition(app.Ada, app.Ada.PersonalSpaceId,
            () => app.LiveUntil(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero)));

        Assert.Empty(meanwhile);
        Assert.Equal(item, Assert.Single(await app.Ada.Inbox("know")).Id());
        Assert.Equal(Act.Delivered, (await app.EntriesOf(app.Ada.Id))[^1].Act);
    }

    [Fact]
    public async Task At_night_it_comes_back_with_the_next_work()
    {
        await using var app = await TestApp.Start();
        var item = await app.Informed(app.Ben, app.Ada);

        var snoozed = await app.Ada.Put($"/api/inbox/{item}/snooze", new { until = "2026-11-24T22:00:00Z" }).Body();

        Assert.Equal("2026-11-25T09:00:00.000Z", snoozed.Text("snoozedUntil"));
    }

    [Fact]
    public async Task Into_leave_it_comes_back_with_the_first_work_after_it()
    {
        await using var app = await TestApp.Start();
        var item = await app.Informed(app.Ben, app.Ada);
        await app.Ada.Put($"/api/me/calendar/{Guid.CreateVersion7()}", new
        {
            kind = "leave",
            firstDay = "2026-11-25",
            lastDay = "2026-11-27",
        }).Body();

        var snoozed = await app.Ada.Put($"/api/inbox/{item}/snooze", new { until = "2026-11-26T10:00:00Z" }).Body();

        Assert.Equal("2026-11-30T09:00:00.000Z", snoozed.Text("snoozedUntil"));
    }

    [Fact]
    public async Task Leave_that_is_entered_later_keeps_it_back_as_well()
    {
        await using var app = await TestApp.Start();
        var item = await app.Informed(app.Ben, app.Ada);
        await app.Ada.Put($"/api/inbox/{item}/snooze", new { until = "2026-11-26T10:00:00Z" }).Body();
        await app.Ada.Put($"/api/me/calendar/{Guid.CreateVersion7()}", new
        {
            kind = "leave",
            firstDay = "2026-11-25",
            lastDay = "2026-11-27",
        }).Body();

        await app.LiveUntil(new DateTimeOffset(2026, 11, 30, 8, 59, 0, TimeSpan.Zero));
        var meanwhile = await app.EntriesOf(app.Ada.Id);
        await app.LiveUntil(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));

        Assert.NotEqual(Act.Delivered, meanwhile[^1].Act);
        Assert.Equal(Act.Delivered, (await app.EntriesOf(app.Ada.Id))[^1].Act);
        Assert.Equal(item, Assert.Single(await app.Ada.Inbox("know")).Id());
    }

    [Fact]
    public async Task Not_beyond_its_date()
    {
        await using var app = await TestApp.Start();
        var ask = (await app.Ben.Asked(app.Launch, app.Ada)).Id();

        await app.Ada.Put($"/api/inbox/{ask}/snooze", new { until = "2026-11-24T10:00:00Z" })
            .Refused(409, "snooze-late");
    }

    [Theory]
    [InlineData("2026-11-23T09:00:00Z")]
    [InlineData("2028-01-01T09:00:00Z")]
    public async Task Not_into_the_past_nor_for_years(string until)
    {
        await using var app = await TestApp.Start();
        var item = await app.Informed(app.Ben, app.Ada);

        await app.Ada.Put($"/api/inbox/{item}/snooze", new { until }).Refused(400, "invalid", "until");
    }

    [Fact]
    public async Task It_can_be_brought_back_at_once()
    {
        await using var app = await TestApp.Start();
        var item = await app.Informed(app.Ben, app.Ada);
        await app.Ada.Put($"/api/inbox/{item}/snooze", new { until = "2026-11-24T10:00:00Z" }).Body();

        await app.Ada.Delete($"/api/inbox/{item}/snooze").Body();

        Assert.Single(await app.Ada.Inbox("know"));
    }

    [Fact]
    public async Task A_bundle_is_let_go_at_once()
    {
        await using var app = await TestApp.Start();
        var items = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            items.Add(await app.Informed(app.Ben, app.Ada));
        }

        await Transitions.VerifyTransition(app.Ada, app.Ada.PersonalSpaceId,
            () => app.Ada.Post("/api/inbox/letting-go", new { ids = items }).Body());

        Assert.Empty(await app.Ada.Inbox("know"));
    }
}
