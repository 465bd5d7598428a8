using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Calendars;

/// <summary>Whatever says when somebody works has their plans made anew, in the transaction that says it.</summary>
public sealed class CalendarChangeTests
{
    private static readonly Guid Entry = Guid.CreateVersion7();

    [Theory]
    [InlineData("PATCH", "/api/me", """{"hours":"Mo-Fr 10:00-18:00"}""")]
    [InlineData("PATCH", "/api/me", """{"zone":"Asia/Tokyo"}""")]
    [InlineData("PUT", "/api/me/batches", """{"slots":["09:00"]}""")]
    [InlineData("PUT", "/api/me/calendar/{0}", """{"kind":"leave","firstDay":"2026-12-24"}""")]
    [InlineData("PUT", "/api/me/calendar/{0}", """{"kind":"stay","firstDay":"2026-12-24","zone":"Asia/Tokyo"}""")]
    [InlineData("DELETE", "/api/me/calendar/{0}", null)]
    [InlineData("POST", "/api/me/holidays", """
        {"id":"{0}","file":"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261126\nEND:VEVENT\nEND:VCALENDAR"}
        """)]
    public async Task It_has_plans_made_anew(string method, string path, string? body)
    {
        await using var app = await TestApp.Start();
        if (method == "DELETE")
        {
            await app.Ben.Put(Named(path), new { kind = "leave", firstDay = "2026-12-24" }).Body();
            await app.RunJobs();
        }

        Assert.Equal(0, await Replans(app));
        using var request = new HttpRequestMessage(new HttpMethod(method), Named(path))
        {
            Content = body is null
                ? null
                : new StringContent(Named(body), System.Text.Encoding.UTF8, "application/json"),
        };
        await app.Ben.Browser.SendAsync(request).Body();

        Assert.Equal(1, await Replans(app));
    }

    [Fact]
    public async Task What_changes_nothing_of_when_somebody_works_makes_no_plans()
    {
        await using var app = await TestApp.Start();

        await app.Ben.Patch("/api/me", new { name = "Benedict", theme = "dark" }).Body();
        await app.Ben.Put("/api/me/batches", new { slots = (string[]?)null }).Body();
        await app.Ben.Post("/api/me/calendar-feed").Body();
        object Focus(string? resume) =>
            new { kind = "focus", firstDay = "2026-11-24", start = "09:00", end = "11:00", resume };
        await app.Ben.Put(Named("/api/me/calendar/{0}"), Focus(resume: null)).Body();
        await app.RunJobs();
        await app.Ben.Put(Named("/api/me/calendar/{0}"), Focus("The third chapter")).Body();

        Assert.Equal(0, await Replans(app));
    }

    private static string Named(string text) => text.Replace("{0}", $"{Entry}", StringComparison.Ordinal);

    private static Task<int> Replans(TestApp app) => app.InDb(db =>
        db.Jobs.CountAsync(job => job.Kind == Replan.Kind && job.Payload == app.Ben.Id.ToString()));
}
