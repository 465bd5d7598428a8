using System.Text.Json;
using Baton.Server.Features.People;
using Baton.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.People;

/// <summary>It is Monday, 23 November 2026, 09:00 UTC: Ada works, Mei is done, Ben's day has not begun.</summary>
public sealed class ReadAvailabilityTests
{
    [Fact]
    public async Task It_says_when_somebody_works_next_or_until_when_they_do()
    {
        await using var app = await TestApp.Start();

        Assert.Equal("2026-11-23T16:00:00.000Z-2026-11-24T00:00:00.000Z Denver", await Next(app.Ada, app.Ben));
        Assert.Equal("2026-11-24T00:00:00.000Z-2026-11-24T08:00:00.000Z Tokyo", await Next(app.Ada, app.Mei));
        Assert.Equal("2026-11-23T09:00:00.000Z-2026-11-23T17:00:00.000Z Lisbon", await Next(app.Ben, app.Ada));
        app.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal("2026-11-23T09:00:00.000Z-2026-11-23T17:00:00.000Z Lisbon", await Next(app.Ben, app.Ada));
    }

    [Fact]
    public async Task Hours_that_nobody_has_said_are_assumed()
    {
        await using var app = await TestApp.Start();
        Assert.True((await Of(app.Ada, app.Ben)).GetProperty("hoursAssumed").GetBoolean());

        await app.Ben.Patch("/api/me", new { hours = "Tu-Fr 10:00-12:00,13:00-14:00" }).Body();

        var said = await Of(app.Ada, app.Ben);
        Assert.False(said.GetProperty("hoursAssumed").GetBoolean());
        Assert.Equal("2026-11-24T17:00:00.000Z", said.GetProperty("next").Text("from"));
        Assert.Equal("2026-11-24T19:00:00.000Z", said.GetProperty("next").Text("until"));
        Assert.Equal(
            ["2026-11-24T17:00:00.000Z", "2026-11-24T20:00:00.000Z"],
            said.GetProperty("windows").EnumerateArray().Select(w => w.Text("from")));
    }

    [Fact]
    public async Task Leave_is_shown_as_away_until_with_who_stands_in_and_not_what_for()
    {
        await using var app = await TestApp.Start();
        await Enter(app.Ben, new
        {
            kind = "leave",
            firstDay = "2026-11-23",
            lastDay = "2026-11-27",
            title = "Knee operation",
            substituteId = app.Mei.Id,
        });

        var ben = await Of(app.Ada, app.Ben);

        var away = ben.GetProperty("away");
        Assert.Equal("leave", away.Text("reason"));
        Assert.Equal("2026-11-30T16:00:00.000Z", away.Text("until"));
        Assert.Equal(app.Mei.Id, away.Id("substituteId"));
        Assert.Equal("2026-11-30T16:00:00.000Z", ben.GetProperty("next").Text("from"));
        Assert.DoesNotContain("Knee", ben.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23T17:00:00Z", false)]
    [InlineData("2026-11-24T00:30:00Z", true)]
    [InlineData("2026-11-25T10:00:00Z", true)]
    [InlineData("2026-11-28T10:00:00Z", false)]
    public async Task Somebody_is_away_from_their_last_work_before_leave_until_the_leave_is_over(string at, bool isAway)
    {
        await using var app = await TestApp.Start();
        await Enter(app.Ben, new { kind = "leave", firstDay = "2026-11-24", lastDay = "2026-11-27" });

        app.Clock.SetUtcNow(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(isAway, (await Of(app.Ada, app.Ben)).GetProperty("away").ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public async Task Focus_is_nobody_elses_business()
    {
        await using var app = await TestApp.Start();
        var before = await Of(app.Ben, app.Ada);

        await Enter(app.Ada, new { kind = "focus", firstDay = "2026-11-23", start = "09:00", end = "12:00" });

        Assert.Equal(before.GetRawText(), (await Of(app.Ben, app.Ada)).GetRawText());
    }

    [Fact]
    public async Task A_substitute_is_shown_to_those_who_may_see_them_and_forgotten_when_they_leave()
    {
        await using var app = await TestApp.Start();
        await Enter(app.Ben, new { kind = "leave", firstDay = "2026-11-23", substituteId = app.Mallory.Id });

        Assert.Equal(app.Mallory.Id, (await Of(app.Ada, app.Ben)).GetProperty("away").Id("substituteId"));
        Assert.Equal(JsonValueKind.Null, (await Of(app.Gus, app.Ben))
            .GetProperty("away").GetProperty("substituteId").ValueKind);
        await app.Ada.Delete($"/api/people/{app.Mallory.Id}").Body();
        Assert.Equal(JsonValueKind.Null, (await Of(app.Ada, app.Ben))
            .GetProperty("away").GetProperty("substituteId").ValueKind);
    }

    [Fact]
    public async Task A_status_holds_until_the_end_of_the_day_where_its_author_is()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Patch("/api/me", new { status = " Slow today:  visitors " }).Body();
        Assert.Equal("Slow today: visitors", (await Of(app.Ada, app.Ben)).Text("status"));

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 6, 59, 0, TimeSpan.Zero));
        Assert.Equal("Slow today: visitors", (await Of(app.Ada, app.Ben)).Text("status"));
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero));
        Assert.Null((await Of(app.Ada, app.Ben)).Text("status"));
    }

    [Fact]
    public async Task On_a_journey_a_status_ends_with_the_day_there()
    {
        await using var app = await TestApp.Start();
        await Enter(app.Ben, new { kind = "stay", firstDay = "2026-11-23", zone = "Asia/Tokyo" });
        await app.Ben.Patch("/api/me", new { status = "At the fair" }).Body();

        var ben = await Of(app.Ada, app.Ben);
        Assert.Equal(("Asia/Tokyo", "At the fair"), (ben.Text("zone"), ben.Text("status")));
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        Assert.Null((await Of(app.Ada, app.Ben)).Text("status"));
    }

    [Fact]
    public async Task A_status_of_yesterday_is_swept_away_for_good()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Patch("/api/me", new { status = "Slow today" }).Body();
        Assert.Equal("Slow today", (await app.Ben.Read("/api/me")).GetProperty("status").Text("text"));

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<SweepStatuses>(scope.ServiceProvider)
            .Run("", CancellationToken.None);

        Assert.Equal("", await app.InDb(db => Task.FromResult(db.People.Single(p => p.Id == app.Ben.Id).Status)));
    }

    [Fact]
    public async Task How_soon_somebody_answers_is_shown_with_their_consent_and_from_twenty_asks_on()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Patch("/api/me", new { sharesAnswerTime = true }).Body();
        await Answer(app, 19);
        Assert.Null((await Of(app.Ada, app.Ben)).Text("answers"));

        await Answer(app, 1);

        Assert.Equal("withinTwoHours", (await Of(app.Ada, app.Ben)).Text("answers"));
        await app.Ben.Patch("/api/me", new { sharesAnswerTime = false }).Body();
        Assert.Null((await Of(app.Ada, app.Ben)).Text("answers"));
    }

    [Fact]
    public async Task What_is_taken_counts_from_then_on_and_by_the_time_they_worked()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Patch("/api/me", new { sharesAnswerTime = true }).Body();
        var asks = await Asked(app, 20);
        await app.LiveUntil(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero));
        // Overnight, and one hour of the day after: nine hours of work, a day and an hour by the clock.
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero));
        foreach (var ask in asks)
        {
            await app.Ben.Put($"/api/asks/{ask}/commitment", new { }).Body();
        }

        Assert.Null((await Of(app.Ada, app.Ben)).Text("answers"));
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero));
        foreach (var ask in asks)
        {
            await app.Ben.Put($"/api/asks/{ask}/answer").Body();
        }

        Assert.Equal("withinTwoDays", (await Of(app.Ada, app.Ben)).Text("answers"));
    }

    [Fact]
    public async Task A_guest_reads_it_of_those_in_their_spaces_and_a_stranger_of_nobody()
    {
        await using var app = await TestApp.Start();

        Assert.Equal(app.Ben.Id, (await Of(app.Gus, app.Ben)).Id("personId"));
        await app.Gus.Get($"/api/people/{app.Mallory.Id}/availability").Refused(404, "person-not-found");
        await app.Ada.Get($"/api/people/{Guid.CreateVersion7()}/availability").Refused(404, "person-not-found");
        await app.Stranger().GetAsync($"/api/people/{app.Ben.Id}/availability").Refused(401, "sign-in-needed");
        Assert.Equal([app.Ben.Id], (await Several(app.Gus, app.Ben, app.Mallory)).Select(one => one.Id("personId")));
    }

    [Fact]
    public async Task Who_has_left_has_none()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Delete($"/api/people/{app.Mei.Id}").Body();

        await app.Ada.Get($"/api/people/{app.Mei.Id}/availability").Refused(404, "person-not-found");
    }

    [Fact]
    public async Task Of_many_it_asks_no_more_than_of_one()
    {
        using var queries = new Queries();
        await using var app = await TestApp.Start();
        foreach (var one in (Cast[])[app.Ada, app.Ben, app.Mei])
        {
            await one.Patch("/api/me", new { sharesAnswerTime = true }).Body();
            await Enter(one, new { kind = "leave", firstDay = "2026-11-23", substituteId = app.Gus.Id });
        }

        await Several(app.Ada, app.Ben);
        var ofOne = await queries.During(app, () => Several(app.Ada, app.Ben));
        var ofAll = await queries.During(app, () => Several(app.Ada, app.Ada, app.Ben, app.Mei, app.Gus));

        Assert.Equal(ofOne, ofAll);
        await app.Ada.Get($"/api/people/availability?{string.Join('&', Enumerable.Range(0, 101)
            .Select(_ => $"personIds={Guid.CreateVersion7()}"))}").Refused(400, "invalid", "personIds");
    }

    private static async Task<string> Next(Cast reader, Cast whom)
    {
        var found = await Of(reader, whom);
        var next = found.GetProperty("next");
        return $"{next.Text("from")}-{next.Text("until")} {found.Text("zone")!.Split('/')[1]}";
    }

    private static Task<JsonElement> Of(Cast reader, Cast whom) => reader.Read($"/api/people/{whom.Id}/availability");

    private static async Task<IReadOnlyList<JsonElement>> Several(Cast reader, params Cast[] people) =>
        [.. (await reader.Read(
            $"/api/people/availability?{string.Join('&', people.Select(p => $"personIds={p.Id}"))}"))
            .EnumerateArray()];

    private static Task<JsonElement> Enter(Cast who, object entry) =>
        who.Put($"/api/me/calendar/{Guid.CreateVersion7()}", entry).Body();

    /// <summary>Each an hour of Ben's work after it came.</summary>
    private static async Task Answer(TestApp app, int count)
    {
        var asks = await Asked(app, count);
        var batch = app.Clock.GetUtcNow().Date.AddHours(16);
        await app.LiveUntil(new DateTimeOffset(batch, TimeSpan.Zero));
        app.Clock.SetUtcNow(new DateTimeOffset(batch.AddHours(1), TimeSpan.Zero));
        foreach (var ask in asks)
        {
            await app.Ben.Put($"/api/asks/{ask}/answer").Body();
        }

        app.Clock.SetUtcNow(new DateTimeOffset(batch.AddHours(17), TimeSpan.Zero));
    }

    private static async Task<IReadOnlyList<Guid>> Asked(TestApp app, int count)
    {
        var asks = new List<Guid>();
        for (var one = 0; one < count; one++)
        {
            asks.Add((await app.Ada.Asked(app.Launch, app.Ben)).Id());
        }

        return asks;
    }
}
