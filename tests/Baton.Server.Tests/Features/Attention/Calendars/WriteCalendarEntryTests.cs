using System.Text.Json;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using static Baton.Server.Tests.Support.Transitions;

namespace Baton.Server.Tests.Features.Attention.Calendars;

/// <summary>Today is Monday, 23 November 2026; Ben works in Denver, from 16:00 to midnight UTC.</summary>
public sealed class WriteCalendarEntryTests
{
    [Fact]
    public async Task Leave_is_shown_in_its_year_and_nothing_is_brought_meanwhile()
    {
        await using var app = await TestApp.Start();

        var entry = await Entered(app.Ben, new
        {
            kind = "leave",
            firstDay = "2026-11-23",
            lastDay = "2027-01-03",
            title = "  By the sea ",
            substituteId = app.Mei.Id,
        });

        Assert.Equal("By the sea", entry.Text("title"));
        foreach (var year in (int[])[2026, 2027])
        {
            Assert.Equal(entry.GetRawText(), Assert.Single(await Entries(app.Ben, year)).GetRawText());
        }

        Assert.Empty(await Entries(app.Ben, 2028));
        Assert.Equal(At("2027-01-04T16:00:00Z"), await NextBatch(app, "2026-11-23T12:00:00Z"));
    }

    [Theory]
    [InlineData("""{"kind":"holiday","firstDay":"2026-11-23"}""", "2026-11-24T16:00:00Z")]
    [InlineData(
        """{"kind":"hoursOff","firstDay":"2026-11-23","start":"08:00","end":"12:00"}""", "2026-11-23T19:00:00Z")]
    [InlineData("""{"kind":"swap","firstDay":"2026-11-23","workedOn":"2026-11-28"}""", "2026-11-24T16:00:00Z")]
    [InlineData("""{"kind":"stay","firstDay":"2026-11-23","zone":"Europe/Lisbon"}""", "2026-11-23T13:00:00Z")]
    [InlineData("""{"kind":"focus","week":"Mo-Th 08:00-10:00"}""", "2026-11-23T17:00:00Z")]
    [InlineData("""{"kind":"focus","firstDay":"2026-11-23","start":"09:00","end":"24:00"}""", "2026-11-24T16:00:00Z")]
    public async Task Each_kind_moves_the_next_batch(string entry, string batch)
    {
        await using var app = await TestApp.Start();

        await Entered(app.Ben, JsonElement.Parse(entry));

        Assert.Equal(At(batch), await NextBatch(app, "2026-11-23T12:00:00Z"));
    }

    [Fact]
    public async Task A_line_to_resume_by_is_kept_with_focus_on_one_day_for_its_person_alone()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        object Focus(string? resume) =>
            new { kind = "focus", firstDay = "2026-11-23", start = "09:00", end = "11:00", resume };

        await app.Ben.Put($"/api/me/calendar/{id}", Focus("  The third chapter; next its pictures ")).Body();

        var kept = Assert.Single(await Entries(app.Ben, 2026));
        Assert.Equal("The third chapter; next its pictures", kept.Text("resume"));
        await app.Mallory.Put($"/api/me/calendar/{id}", Focus("Mine")).Refused(404, "calendar-entry-not-found");
        var away = await app.Ada.Read($"/api/people/{app.Ben.Id}/availability");
        Assert.DoesNotContain("chapter", away.GetRawText(), StringComparison.Ordinal);
        await app.Ben.Put($"/api/me/calendar/{id}", Focus(new string('x', 301))).Refused(400, "invalid", "resume");
        await app.Ben.Put($"/api/me/calendar/{Guid.CreateVersion7()}",
            new { kind = "leave", firstDay = "2026-11-24", resume = "The sea" }).Refused(400, "invalid", "resume");
        await app.Ben.Put($"/api/me/calendar/{Guid.CreateVersion7()}",
            new { kind = "focus", week = "Mo 09:00-11:00", resume = "A" }).Refused(400, "invalid", "resume");
        await app.Ben.Put($"/api/me/calendar/{id}", Focus(null)).Body();
        Assert.Null(Assert.Single(await Entries(app.Ben, 2026)).Text("resume"));
    }

    [Fact]
    public async Task Early_hours_off_are_those_of_the_night_before()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Patch("/api/me", new { hours = "Mo 22:00-06:00", zone = "Etc/UTC" }).Body();

        await Entered(app.Ben, new { kind = "hoursOff", firstDay = "2026-11-24", start = "02:00", end = "06:00" });

        var night = await Calendar(app);
        Assert.True(night.IsQuiet(At("2026-11-24T02:00:00Z")));
        Assert.False(night.IsQuiet(At("2026-11-24T01:59:00Z")));
    }

    [Fact]
    public async Task What_is_said_anew_takes_the_place_of_what_was_said()
    {
        await using var app = await TestApp.Start();
        var entryId = Guid.CreateVersion7();
        await app.Ben.Put($"/api/me/calendar/{entryId}", new { kind = "focus", week = "Mo 09:00-11:00" }).Body();

        var once = await app.Ben.Put($"/api/me/calendar/{entryId}",
            new { kind = "focus", firstDay = "2026-11-24", start = "09:00", end = "11:00" }).Body();

        Assert.Equal(JsonValueKind.Null, once.GetProperty("week").ValueKind);
        Assert.Equal(once.GetRawText(), Assert.Single(await Entries(app.Ben)).GetRawText());
    }

    [Fact]
    public async Task Written_twice_it_is_there_once_and_told_once()
    {
        await using var app = await TestApp.Start();
        var path = $"/api/me/calendar/{Guid.CreateVersion7()}";

        await Writes.Verify(app.Ben, app.Ben.PersonalSpaceId,
            () => app.Ben.Put(path, new { kind = "leave", firstDay = "2026-12-24", lastDay = "2026-12-31" }));

        Assert.Single(await Entries(app.Ben));
    }

    [Fact]
    public async Task A_removed_entry_holds_nothing_back_any_more()
    {
        await using var app = await TestApp.Start();
        var path = $"/api/me/calendar/{(await Entered(app.Ben, new
        {
            kind = "leave",
            firstDay = "2026-11-23",
        })).Id()}";

        await VerifyTransition(app.Ben, app.Ben.PersonalSpaceId, () => app.Ben.Delete(path).Body());

        Assert.Empty(await Entries(app.Ben));
        Assert.Equal(At("2026-11-23T16:00:00Z"), await NextBatch(app, "2026-11-23T12:00:00Z"));
        await app.Ben.Delete(path).Refused(404, "calendar-entry-not-found");
    }

    [Fact]
    public async Task Nobody_else_sees_writes_or_removes_it()
    {
        await using var app = await TestApp.Start();
        var path = $"/api/me/calendar/{(await Entered(app.Ben, new
        {
            kind = "leave",
            firstDay = "2026-11-23",
        })).Id()}";

        await app.Mallory.Put(path, new { kind = "leave", firstDay = "2026-11-24" })
            .Refused(404, "calendar-entry-not-found");
        await app.Mallory.Delete(path).Refused(404, "calendar-entry-not-found");

        Assert.Empty(await Entries(app.Mallory));
        Assert.Equal("2026-11-23", Assert.Single(await Entries(app.Ben)).Text("firstDay"));
    }

    [Fact]
    public async Task An_entry_stays_of_its_kind()
    {
        await using var app = await TestApp.Start();
        var path = $"/api/me/calendar/{(await Entered(app.Ben, new
        {
            kind = "leave",
            firstDay = "2026-11-23",
        })).Id()}";

        await app.Ben.Put(path, new { kind = "holiday", firstDay = "2026-11-23" })
            .Refused(409, "calendar-entry-differs");
    }

    [Theory]
    [InlineData("""{"kind":"focus","week":"Mo 09:00-11:00"}""", """{"kind":"focus","week":"Mo,Tu 10:00-12:00"}""")]
    [InlineData("""{"kind":"focus","week":"Su 22:00-06:00"}""", """{"kind":"focus","week":"Mo 05:00-07:00"}""")]
    [InlineData(
        """{"kind":"focus","firstDay":"2026-11-23","start":"09:00","end":"11:00"}""",
        """{"kind":"focus","firstDay":"2026-11-23","start":"10:00","end":"12:00"}""")]
    [InlineData(
        """{"kind":"stay","firstDay":"2026-11-23","lastDay":"2026-11-27","zone":"Asia/Tokyo"}""",
        """{"kind":"stay","firstDay":"2026-11-27","zone":"Europe/Lisbon"}""")]
    public async Task What_overlaps_another_of_its_kind_is_refused(string first, string second)
    {
        await using var app = await TestApp.Start();
        await Entered(app.Ben, JsonElement.Parse(first));

        await app.Ben.Put($"/api/me/calendar/{Guid.CreateVersion7()}", JsonElement.Parse(second))
            .Refused(409, "calendar-overlaps");
    }

    [Fact]
    public async Task A_full_calendar_takes_no_more()
    {
        await using var app = await TestApp.Start();
        await app.InDb(async db =>
        {
            db.CalendarEntries.AddRange(Enumerable.Range(0, CalendarEntry.MaxPerPerson).Select(day =>
            {
                var entry = CalendarEntry.Make(
                    Guid.CreateVersion7(), app.Ben.Id, CalendarEntryKind.Leave, app.Clock.GetUtcNow().UtcDateTime);
                entry.Say(new(CalendarEntryKind.Leave, new DateOnly(2026, 1, 1).AddDays(day)));
                return entry;
            }));
            return await db.SaveChangesAsync();
        });

        await app.Ben.Put($"/api/me/calendar/{Guid.CreateVersion7()}", new { kind = "leave", firstDay = "2028-01-01" })
            .Refused(409, "calendar-full");
    }

    [Theory]
    [InlineData("""{"kind":"leave"}""", "firstDay")]
    [InlineData("""{"kind":"leave","firstDay":"2026-02-30"}""", "firstDay")]
    [InlineData("""{"kind":"leave","firstDay":"0001-01-01"}""", "firstDay")]
    [InlineData("""{"kind":"leave","firstDay":"2026-11-23","lastDay":"2026-11-22"}""", "lastDay")]
    [InlineData("""{"kind":"leave","firstDay":"2026-11-23","lastDay":"2028-12-01"}""", "lastDay")]
    [InlineData("""{"kind":"leave","firstDay":"2026-11-23","zone":"Asia/Tokyo"}""", "zone")]
    [InlineData("""{"kind":"leave","firstDay":"2026-11-23","week":"Mo 09:00-11:00"}""", "week")]
    [InlineData("""{"kind":"holiday","firstDay":"2026-11-23","start":"09:00"}""", "start")]
    [InlineData("""{"kind":"hoursOff","firstDay":"2026-11-23"}""", "start")]
    [InlineData("""{"kind":"hoursOff","firstDay":"2026-11-23","start":"9","end":"11:00"}""", "start")]
    [InlineData("""{"kind":"hoursOff","firstDay":"2026-11-23","start":"09:00","end":"09:00"}""", "end")]
    [InlineData("""{"kind":"hoursOff","firstDay":"2026-11-23","start":"09:00","end":"25:00"}""", "end")]
    [InlineData("""{"kind":"swap","firstDay":"2026-11-23"}""", "workedOn")]
    [InlineData("""{"kind":"swap","firstDay":"2026-11-23","workedOn":"2026-11-23"}""", "workedOn")]
    [InlineData("""{"kind":"swap","firstDay":"2026-11-23","workedOn":"2029-11-23"}""", "workedOn")]
    [InlineData("""{"kind":"stay","firstDay":"2026-11-23"}""", "zone")]
    [InlineData("""{"kind":"stay","firstDay":"2026-11-23","zone":"Mars/Olympus"}""", "zone")]
    [InlineData("""{"kind":"focus","week":"Mo"}""", "week")]
    [InlineData("""{"kind":"focus","week":"Mo 09:00-11:00,10:00-12:00"}""", "week")]
    [InlineData("""{"kind":"focus","week":"Mo 09:00-11:00","firstDay":"2026-11-23"}""", "firstDay")]
    [InlineData("""{"kind":"focus"}""", "firstDay")]
    [InlineData("""{"kind":"party","firstDay":"2026-11-23"}""", "kind")]
    public async Task A_bad_request_names_the_field(string body, string field)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Put($"/api/me/calendar/{Guid.CreateVersion7()}", JsonElement.Parse(body))
            .Refused(400, "invalid", field);
    }

    [Fact]
    public async Task Whoever_stands_in_is_somebody_else_whom_I_see()
    {
        await using var app = await TestApp.Start();

        await Leave(app.Ben, app.Ben.Id).Refused(400, "invalid", "substituteId");
        await Leave(app.Ben, Guid.CreateVersion7()).Refused(404, "person-not-found");
        await Leave(app.Gus, app.Mallory.Id).Refused(404, "person-not-found");
        await Leave(app.Gus, app.Ben.Id).Body();

        static Task<HttpResponseMessage> Leave(Cast person, Guid substituteId) =>
            person.Put($"/api/me/calendar/{Guid.CreateVersion7()}",
                new { kind = "leave", firstDay = "2026-11-23", substituteId });
    }

    [Fact]
    public async Task Whoever_leaves_the_workspace_leaves_no_calendar_and_stands_in_for_nobody()
    {
        await using var app = await TestApp.Start();
        await Entered(app.Mei, new { kind = "leave", firstDay = "2026-12-24" });
        await Entered(app.Ben, new { kind = "leave", firstDay = "2026-11-23", substituteId = app.Mei.Id });

        await app.Ada.Delete($"/api/people/{app.Mei.Id}").Body();

        Assert.Equal(JsonValueKind.Null,
            Assert.Single(await Entries(app.Ben)).GetProperty("substituteId").ValueKind);
        Assert.Equal(1, await app.InDb(db => db.CalendarEntries.CountAsync()));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3000")]
    [InlineData("soon")]
    public async Task A_year_that_no_calendar_has_is_refused(string year)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Get($"/api/me/calendar?year={year}").Refused(400, "invalid", "year");
    }

    private static Task<JsonElement> Entered(Cast person, object entry) =>
        person.Put($"/api/me/calendar/{Guid.CreateVersion7()}", entry).Body();

    private static async Task<IReadOnlyList<JsonElement>> Entries(Cast person, int year = 2026) =>
        [.. (await person.Read($"/api/me/calendar?year={year}")).GetProperty("entries").EnumerateArray()];

    private static async Task<Instant?> NextBatch(TestApp app, string after) =>
        (await Calendar(app)).NextBatch(At(after));

    private static async Task<PersonCalendar> Calendar(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkCalendars>()
            .Of(app.Ben.Id, CancellationToken.None);
    }

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;
}
