using System.Text.Json;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Baton.Server.Tests.Features.Attention.Calendars;

/// <summary>Focus is entered every day by some, and is over within hours.</summary>
public sealed class FocusOfLongAgoTests
{
    [Fact]
    public async Task It_fills_no_calendar_and_is_not_reckoned_with()
    {
        await using var app = await TestApp.Start();
        await Enter(app, CalendarEntry.MaxPerPerson, new DateOnly(2026, 11, 8));
        Assert.Null((await CalendarOf(app)).Focus);

        await app.Ben.Put($"/api/me/calendar/{Guid.CreateVersion7()}", Focus("2026-11-24", "09:00", "11:00")).Body();

        var focus = (await CalendarOf(app)).Focus;
        Assert.Equal(new LocalDate(2026, 11, 24), Assert.Single(focus!.Once).Day);
    }

    [Fact]
    public async Task What_is_still_reckoned_with_counts()
    {
        await using var app = await TestApp.Start();
        await Enter(app, CalendarEntry.MaxPerPerson, new DateOnly(2026, 11, 9));

        await app.Ben.Put($"/api/me/calendar/{Guid.CreateVersion7()}", Focus("2026-11-24", "09:00", "11:00"))
            .Refused(409, "calendar-full");
    }

    [Fact]
    public async Task On_new_years_day_that_of_the_evening_before_is_shown()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Put($"/api/me/calendar/{Guid.CreateVersion7()}", Focus("2026-12-31", "23:30", "00:30")).Body();

        Assert.Single(await Entries(app, 2026));
        Assert.Single(await Entries(app, 2027));
        Assert.Empty(await Entries(app, 2028));
    }

    private static object Focus(string firstDay, string start, string end) =>
        new { kind = "focus", firstDay, start, end };

    private static Task<int> Enter(TestApp app, int times, DateOnly day) => app.InDb(db =>
    {
        db.CalendarEntries.AddRange(Enumerable.Range(0, times).Select(_ =>
        {
            var entry = CalendarEntry.Make(
                Guid.CreateVersion7(), app.Ben.Id, CalendarEntryKind.Focus, app.Clock.GetUtcNow().UtcDateTime);
            entry.Say(new(CalendarEntryKind.Focus, day, Start: "09:00", End: "10:00"));
            return entry;
        }));
        return db.SaveChangesAsync();
    });

    private static async Task<PersonCalendar> CalendarOf(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkCalendars>()
            .Of(app.Ben.Id, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<JsonElement>> Entries(TestApp app, int year) =>
        [.. (await app.Ben.Read($"/api/me/calendar?year={year}")).GetProperty("entries").EnumerateArray()];
}
