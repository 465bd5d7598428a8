using System.Text.Json;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using static Baton.Server.Tests.Support.Transitions;

namespace Baton.Server.Tests.Features.Attention.Calendars;

/// <summary>Today is Monday, 23 November 2026; Ben works in Denver, from 16:00 to midnight UTC.</summary>
public sealed class ImportHolidaysTests
{
    private const string Colorado = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Harbour//Holidays//EN
        X-WR-CALNAME:Holidays in Colorado
        BEGIN:VEVENT
        UID:1@harbour.example
        DTSTART;VALUE=DATE:20261126
        DTEND;VALUE=DATE:20261127
        SUMMARY:Thanksgiving
        END:VEVENT
        BEGIN:VEVENT
        UID:2@harbour.example
        DTSTART;VALUE=DATE:20201225
        RRULE:FREQ=YEARLY
        SUMMARY:Christmas Day
        END:VEVENT
        BEGIN:VEVENT
        UID:3@harbour.example
        DTSTART;VALUE=DATE:20261231
        DTEND;VALUE=DATE:20270102
        SUMMARY:Turn of the year
        END:VEVENT
        BEGIN:VEVENT
        UID:4@harbour.example
        DTSTART:20261123T160000Z
        DTEND:20261123T170000Z
        SUMMARY:A meeting
        END:VEVENT
        BEGIN:VEVENT
        UID:5@harbour.example
        DTSTART;VALUE=DATE:20261124
        STATUS:CANCELLED
        SUMMARY:Called off
        END:VEVENT
        END:VCALENDAR
        """;

    [Fact]
    public async Task A_files_all_day_events_are_holidays()
    {
        await using var app = await TestApp.Start();

        var calendar = await Import(app.Ben, new { file = Colorado }).Body();

        Assert.Equal("Holidays in Colorado", calendar.Text("name"));
        Assert.Equal(["2026-11-26 Thanksgiving", "2026-12-25 Christmas Day", "2026-12-31 Turn of the year"],
            await Holidays(app.Ben, 2026));
        Assert.Equal(["2027-01-01 Turn of the year", "2027-12-25 Christmas Day"], await Holidays(app.Ben, 2027));
        Assert.Equal(InstantPattern.General.Parse("2026-11-27T16:00:00Z").Value,
            await NextBatch(app, "2026-11-26T00:00:00Z"));
    }

    [Fact]
    public async Task What_would_come_is_shown_before_anything_is_kept()
    {
        await using var app = await TestApp.Start();

        var preview = await app.Ben.Post("/api/me/holiday-previews", new { file = Colorado }).Body();

        Assert.Equal("Holidays in Colorado", preview.Text("name"));
        Assert.Contains("Thanksgiving", preview.GetProperty("holidays").EnumerateArray().Select(h => h.Text("name")));
        Assert.Empty(await Holidays(app.Ben, 2026));
    }

    [Fact]
    public async Task Imported_twice_it_is_there_once_and_told_once()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();

        await Writes.Verify(app.Ben, app.Ben.PersonalSpaceId,
            () => app.Ben.Post("/api/me/holidays", new { id, file = Colorado }));

        Assert.Equal(3, (await Holidays(app.Ben, 2026)).Count);
    }

    [Fact]
    public async Task The_same_file_or_address_again_replaces_what_came_from_it()
    {
        await using var world = await OutsideWorld.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        var first = (await Import(app.Ben, new { file = Colorado }).Body()).Id();
        world.Pages["/boulder.ics"] = Page(Colorado.Replace("Colorado", "Boulder", StringComparison.Ordinal));
        var second = (await Import(app.Ben, new { url = world.At("/boulder.ics") }).Body()).Id();

        var corrected = Colorado.Replace("20261126", "20261119", StringComparison.Ordinal)
            .Replace("20261127", "20261120", StringComparison.Ordinal);
        world.Pages["/boulder.ics"] = Page(corrected);
        Assert.Equal(first, (await Import(app.Ben, new { file = corrected }).Body()).Id());
        Assert.Equal(second, (await Import(app.Ben, new { url = world.At("/boulder.ics") }).Body()).Id());

        Assert.DoesNotContain("2026-11-26 Thanksgiving", await Holidays(app.Ben, 2026));
        Assert.Equal(2, (await Holidays(app.Ben, 2026)).Count(day => day == "2026-11-19 Thanksgiving"));
    }

    [Fact]
    public async Task An_address_is_fetched_anew_each_day_and_what_it_had_stays_while_it_fails()
    {
        await using var world = await OutsideWorld.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        world.Pages["/co.ics"] = Page(Colorado);
        await Import(app.Ben, new { url = world.At("/co.ics") }).Body();
        await Import(app.Mei, new { url = world.At("/co.ics") }).Body();

        world.Pages.Remove("/co.ics");
        await VerifyTransition(app.Ben, app.Ben.PersonalSpaceId, () => NextDay(app));
        Assert.Equal("unreachable", (await Calendar(app.Ben)).Text("problem"));
        Assert.Contains("2026-11-26 Thanksgiving", await Holidays(app.Ben, 2026));

        world.Pages["/co.ics"] = Page(Colorado.Replace("Thanksgiving", "Turkey Day", StringComparison.Ordinal));
        await NextDay(app);
        foreach (var person in (Cast[])[app.Ben, app.Mei])
        {
            Assert.Equal(JsonValueKind.Null, (await Calendar(person)).GetProperty("problem").ValueKind);
            Assert.Contains("2026-11-26 Turkey Day", await Holidays(person, 2026));
        }
    }

    [Fact]
    public async Task Removed_they_are_days_as_any_other()
    {
        await using var app = await TestApp.Start();
        var path = $"/api/me/holidays/{(await Import(app.Ben, new { file = Colorado }).Body()).Id()}";

        await app.Mallory.Delete(path).Refused(404, "holiday-calendar-not-found");
        await VerifyTransition(app.Ben, app.Ben.PersonalSpaceId, () => app.Ben.Delete(path).Body());

        Assert.Empty(await Holidays(app.Ben, 2026));
        await app.Ben.Delete(path).Refused(404, "holiday-calendar-not-found");
    }

    [Fact]
    public async Task Nobody_else_writes_over_them()
    {
        await using var app = await TestApp.Start();
        var id = (await Import(app.Ben, new { file = Colorado }).Body()).Id();

        await app.Mallory.Post("/api/me/holidays", new { id, file = Colorado })
            .Refused(404, "holiday-calendar-not-found");

        Assert.Empty(await Holidays(app.Mallory, 2026));
    }

    [Fact]
    public async Task Ten_calendars_are_enough()
    {
        await using var app = await TestApp.Start();
        foreach (var number in Enumerable.Range(1, HolidayCalendar.MaxPerPerson))
        {
            await Import(app.Ben, new { file = Colorado, name = $"No. {number}" }).Body();
        }

        await Import(app.Ben, new { file = Colorado, name = "One more" }).Refused(409, "holiday-calendars-full");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Not here</html>")]
    [InlineData("BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:99999999\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261126T100000Z\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=SECONDLY\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\n"
        + "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU\nEND:VEVENT\nEND:VCALENDAR")]
    public async Task What_is_no_calendar_of_holidays_is_refused(string file)
    {
        await using var app = await TestApp.Start();

        await Import(app.Ben, new { file }).Refused(400, "invalid", "file");
    }

    [Fact]
    public async Task A_file_of_thousands_of_events_is_refused_unread()
    {
        await using var app = await TestApp.Start();
        var events = string.Concat(Enumerable.Repeat(
            "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261126\nRRULE:FREQ=YEARLY\nEND:VEVENT\n", 5_000));

        await Import(app.Ben, new { file = $"BEGIN:VCALENDAR\n{events}END:VCALENDAR" }).Refused(400, "invalid", "file");
        await Import(app.Ben, new { file = new string('x', HolidayFile.MaxCharacters + 1) })
            .Refused(400, "invalid", "file");
    }

    [Theory]
    [InlineData("ftp://harbour.example/holidays.ics")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://ada:secret@harbour.example/holidays.ics")]
    [InlineData("holidays")]
    [InlineData("http://127.0.0.1:1/holidays.ics")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::1]/holidays.ics")]
    [InlineData("http://10.0.0.1/holidays.ics")]
    public async Task An_address_that_leads_inside_or_nowhere_is_refused(string url)
    {
        await using var app = await TestApp.Start();

        await Import(app.Ben, new { url }).Refused(400, "invalid", "url");
        await app.Ben.Post("/api/me/holiday-previews", new { url }).Refused(400, "invalid", "url");
    }

    [Fact]
    public async Task Either_a_file_or_an_address_is_needed()
    {
        await using var app = await TestApp.Start();

        await Import(app.Ben, new { name = "Nothing" }).Refused(400, "invalid", "file");
        await Import(app.Ben, new { file = Colorado, url = "https://harbour.example" }).Refused(400, "invalid", "file");
    }

    private static Task<HttpResponseMessage> Import(Cast person, object source)
    {
        var body = JsonSerializer.SerializeToNode(source)!.AsObject();
        body["id"] = Guid.CreateVersion7();
        return person.Post("/api/me/holidays", body);
    }

    private static RequestDelegate Page(string text) => http => http.Response.WriteAsync(text);

    private static async Task NextDay(TestApp app)
    {
        await app.InDb(async db =>
        {
            db.Jobs.Add(Baton.Server.Kernel.Jobs.Job.Of(
                RefreshHolidays.Kind, "{}", app.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });
        await app.RunJobs();
    }

    private static async Task<JsonElement> Calendar(Cast person) =>
        (await person.Read("/api/me/calendar")).GetProperty("holidayCalendars")[0];

    private static async Task<IReadOnlyList<string>> Holidays(Cast person, int year) =>
        [.. (await person.Read($"/api/me/calendar?year={year}")).GetProperty("holidays").EnumerateArray()
            .Select(holiday => $"{holiday.Text("day")} {holiday.Text("name")}")];

    private static async Task<Instant?> NextBatch(TestApp app, string after)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var calendar = await scope.ServiceProvider.GetRequiredService<WorkCalendars>()
            .Of(app.Ben.Id, CancellationToken.None);
        return calendar.NextBatch(InstantPattern.General.Parse(after).Value);
    }
}
