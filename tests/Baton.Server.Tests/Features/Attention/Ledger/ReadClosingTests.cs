using System.Globalization;
using System.Text.Json;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Tests.Support;
using NodaTime;

namespace Baton.Server.Tests.Features.Attention.Ledger;

/// <summary>It is Monday, 09:00 in Lisbon, 02:00 in Denver, 18:00 in Tokyo.</summary>
public sealed class ReadClosingTests
{
    private static readonly DateTimeOffset MeisMorning = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];
    private static readonly Instant Evening = Instant.FromUtc(2026, 11, 24, 8, 30);

    [Theory]
    [InlineData(Act.Answered, AddresseeState.Answered, null, "done")]
    [InlineData(Act.LetGo, AddresseeState.LetGo, null, "done")]
    [InlineData(Act.Withdrawn, AddresseeState.Withdrawn, null, "done")]
    [InlineData(Act.Taken, AddresseeState.Taken, "2026-11-26T08:00:00Z", "taken")]
    [InlineData(Act.Snoozed, AddresseeState.Taken, "2026-11-26T08:00:00Z", "taken")]
    [InlineData(Act.Planned, AddresseeState.Queued, "2026-11-25T00:00:00Z", "tomorrow")]
    [InlineData(Act.Addressed, AddresseeState.Queued, "2026-11-25T14:59:00Z", "tomorrow")]
    [InlineData(Act.Addressed, AddresseeState.Queued, "2026-11-25T15:00:00Z", "later")]
    [InlineData(Act.Addressed, AddresseeState.Queued, null, "later")]
    [InlineData(Act.Snoozed, AddresseeState.Delivered, "2026-11-25T00:00:00Z", "tomorrow")]
    [InlineData(Act.Snoozed, AddresseeState.Delivered, "2026-11-24T08:00:00Z", "waiting")]
    [InlineData(Act.Delivered, AddresseeState.Delivered, null, "waiting")]
    [InlineData(Act.Reopened, AddresseeState.Delivered, null, "waiting")]
    public void An_item_is_counted_where_its_last_entry_puts_it(
        Act act, AddresseeState state, string? due, string where)
    {
        var first = RecordedActs.Addressed(Guid.CreateVersion7());
        var last = first with
        {
            Act = act,
            State = state,
            Due = due is null ? null : DateTimeOffset.Parse(due, CultureInfo.InvariantCulture).UtcDateTime,
        };
        var head = LedgerHead.At(first.PersonId, 0, hash: null);
        var entries = new[] { first, last }.Select(a => head.Append(a, Evening.ToDateTimeUtc())).ToList();

        var closing = Closing.Of(entries, Evening, Tokyo);

        var expected = new Closing(
            Of("done"), Of("taken"), Of("tomorrow"), Of("later"), Of("waiting"));
        Assert.Equal((expected, 1), (closing, closing.Total));

        int Of(string place) => place == where ? 1 : 0;
    }

    [Fact]
    public async Task At_the_end_of_her_day_she_reads_where_everything_stands()
    {
        await using var app = await TestApp.Start();
        var asks = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            asks.Add((await app.Ben.Asked(app.Launch, app.Mei)).Id());
        }

        await app.LiveUntil(MeisMorning.AddHours(2));
        var noon = await app.Mei.Read("/api/ledger/closing");
        await app.Mei.Put($"/api/asks/{asks[0]}/answer").Body();
        await app.Mei.Put($"/api/asks/{asks[1]}/refusal", new { }).Body();
        await app.Mei.Put($"/api/asks/{asks[2]}/commitment", new { at = MeisMorning.AddDays(1) }).Body();
        await app.LiveUntil(MeisMorning.AddHours(7.5));
        await app.Informed(app.Ben, app.Mei);
        var evening = await app.Mei.Read("/api/ledger/closing");

        Assert.Equal((false, 4, 0, 0, 0, 0, 4), Counts(noon));
        Assert.Equal((true, 5, 2, 1, 1, 0, 1), Counts(evening));
    }

    [Fact]
    public async Task What_was_closed_before_yesterdays_last_batch_is_in_no_sum_and_what_is_open_in_each()
    {
        await using var app = await TestApp.Start();
        var done = (await app.Ben.Asked(app.Launch, app.Mei)).Id();
        var taken = (await app.Ben.Asked(app.Launch, app.Mei)).Id();
        await app.LiveUntil(MeisMorning.AddHours(1));
        await app.Mei.Put($"/api/asks/{done}/answer").Body();
        await app.Mei.Put($"/api/asks/{taken}/commitment", new { at = MeisMorning.AddDays(9) }).Body();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(7));
        var closing = await app.Mei.Read("/api/ledger/closing");
        app.Clock.SetUtcNow(MeisMorning.AddHours(31));
        var next = await app.Mei.Read("/api/ledger/closing");

        Assert.Equal((true, 3, 1, 1, 0, 0, 1), Counts(closing));
        Assert.Equal((true, 2, 0, 1, 0, 0, 1), Counts(next));
        Assert.Equal("2026-11-24T04:00:00.000Z", next.Text("since"));
    }

    [Fact]
    public async Task A_day_without_work_has_no_end()
    {
        await using var app = await TestApp.Start();
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal((false, 0, 0, 0, 0, 0, 0), Counts(await app.Mei.Read("/api/ledger/closing")));
        await app.Stranger().GetAsync("/api/ledger/closing").Refused(401, "sign-in-needed");
    }

    private static (bool IsOver, int Total, int Done, int Taken, int Tomorrow, int Later, int Waiting) Counts(
        JsonElement closing)
    {
        return (
            closing.GetProperty("isOver").GetBoolean(), Count("total"), Count("done"), Count("taken"),
            Count("tomorrow"), Count("later"), Count("waiting"));

        int Count(string name) => closing.GetProperty(name).GetInt32();
    }
}
