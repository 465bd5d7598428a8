using System.Text.Json;
using Baton.Server.Tests.Support;
using Ical.Net.DataTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Calendar = Ical.Net.Calendar;

namespace Baton.Server.Tests.Features.Attention.Calendars;

public sealed class CalendarFeedTests
{
    [Fact]
    public async Task Whoever_knows_its_address_reads_my_leave_and_focus()
    {
        await using var app = await TestApp.Start();
        await Enter(app.Ben, new { kind = "leave", firstDay = "2026-12-24", lastDay = "2027-01-03", title = "Skiing" });
        await Enter(app.Ben, new { kind = "focus", week = "Mo,We 09:00-11:00" });
        await Enter(app.Ben, new { kind = "focus", firstDay = "2026-11-27", start = "22:00", end = "02:00" });
        await Enter(app.Ben, new { kind = "hoursOff", firstDay = "2026-11-25", start = "09:00", end = "10:00" });

        var calendar = Calendar.Load(await app.Stranger().GetStringAsync(await Made(app.Ben)))!;

        var leave = calendar.Events.Single(e => e.Summary == "Skiing");
        Assert.Equal((new CalDateTime(2026, 12, 24), new CalDateTime(2027, 1, 4)), (leave.Start, leave.End));
        var weekly = calendar.Events.Single(e => e.RecurrenceRule is not null);
        Assert.Equal(("Focus", "America/Denver"), (weekly.Summary, weekly.Start!.TzId));
        Assert.Equal(
            [new DateTime(2026, 11, 23, 16, 0, 0), new DateTime(2026, 11, 25, 16, 0, 0),
                new DateTime(2026, 11, 30, 16, 0, 0)],
            weekly.GetOccurrences().Take(3).Select(o => o.Period.StartTime.AsUtc));
        Assert.Equal(new DateTime(2026, 11, 28, 9, 0, 0),
            calendar.Events.Single(e => e.Start!.HasTime && e.RecurrenceRule is null).End!.AsUtc);
        Assert.Equal(3, calendar.Events.Count);
        Assert.Equal("America/Denver", Assert.Single(calendar.TimeZones).TzId);
    }

    [Fact]
    public async Task Summer_time_moves_it_as_the_clocks_do()
    {
        await using var app = await TestApp.Start();
        await Enter(app.Ben, new { kind = "focus", week = "Mo 09:00-11:00" });

        var text = await app.Stranger().GetStringAsync(await Made(app.Ben));

        Assert.Contains("TZID=America/Denver:20261123T090000", text, StringComparison.Ordinal);
        var rules = text[text.IndexOf("BEGIN:VTIMEZONE", StringComparison.Ordinal)..];
        Assert.Contains("BEGIN:DAYLIGHT", rules, StringComparison.Ordinal);
        Assert.Contains("TZOFFSETTO:-0600", rules, StringComparison.Ordinal);
        Assert.Contains("TZOFFSETTO:-0700", rules, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_address_ends_the_one_before_and_revoking_ends_both()
    {
        await using var app = await TestApp.Start();
        var (first, second) = (await Made(app.Ben), await Made(app.Ben));
        await app.Stranger().GetAsync(first).Refused(404, "calendar-feed-not-found");
        await app.Stranger().GetStringAsync(second);

        await app.Ben.Delete("/api/me/calendar-feed").Body();
        await app.Ben.Delete("/api/me/calendar-feed").Body();

        await app.Stranger().GetAsync(second).Refused(404, "calendar-feed-not-found");
        Assert.Equal(JsonValueKind.Null, (await Feed(app.Ben)).GetProperty("madeAt").ValueKind);
    }

    [Fact]
    public async Task Its_address_is_told_once_and_kept_nowhere()
    {
        using var logs = new EveryLog();
        await using var app = await TestApp.Start(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information" },
            services => services.AddLogging(logging => logging.AddProvider(logs)));
        var address = await Made(app.Ben);
        var secret = address[(address.LastIndexOf('/') + 1)..^".ics".Length];

        await app.Stranger().GetStringAsync(address);

        var feed = await Feed(app.Ben);
        Assert.Equal(JsonValueKind.Null, feed.GetProperty("url").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, feed.GetProperty("madeAt").ValueKind);
        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(logs.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(secret, await app.InDb(async db => (await db.CalendarFeeds.SingleAsync()).SecretHash),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_one_neither_sees_nor_ends_mine()
    {
        await using var app = await TestApp.Start();
        var address = await Made(app.Ben);

        await app.Mallory.Delete("/api/me/calendar-feed").Body();

        Assert.Equal(JsonValueKind.Null, (await Feed(app.Mallory)).GetProperty("madeAt").ValueKind);
        await app.Stranger().GetStringAsync(address);
    }

    [Fact]
    public async Task My_other_devices_hear_that_there_is_one()
    {
        await using var app = await TestApp.Start();

        await Transitions.VerifyTransition(app.Ben, app.Ben.PersonalSpaceId, () => Made(app.Ben));

        var changes = (await app.Ben.Read($"/api/spaces/{app.Ben.PersonalSpaceId}/changes")).GetProperty("changes");
        Assert.Equal("calendar.noted", changes.EnumerateArray().Last().Text("kind"));
    }

    private static async Task<string> Made(Cast person) =>
        new Uri((await person.Post("/api/me/calendar-feed").Body()).Text("url")!).PathAndQuery;

    private static Task<JsonElement> Feed(Cast person) => person.Read("/api/me/calendar-feed");

    private static Task<JsonElement> Enter(Cast person, object entry) =>
        person.Put($"/api/me/calendar/{Guid.CreateVersion7()}", entry).Body();
}
