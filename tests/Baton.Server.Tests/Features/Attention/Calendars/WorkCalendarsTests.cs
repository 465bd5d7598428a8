using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace Baton.Server.Tests.Features.Attention.Calendars;

public sealed class WorkCalendarsTests
{
    [Fact]
    public async Task Whoever_has_not_said_when_they_work_is_assumed_to_work_by_day_where_they_are()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Patch("/api/me", new { hours = "Mo-Fr 07:00-11:00" }).Body();

        var calendars = await Of(app, [app.Ben.Id, app.Mei.Id, Guid.CreateVersion7()]);

        Assert.Equal(2, calendars.Count);
        var (ben, mei) = (calendars[app.Ben.Id], calendars[app.Mei.Id]);
        Assert.Equal((false, true), (ben.Assumed, mei.Assumed));
        Assert.Equal(At("2026-11-23T14:00:00Z"), ben.NextBatch(At("2026-11-23T09:00:00Z"))); // 07:00 in Denver
        Assert.Equal(At("2026-11-24T00:00:00Z"), mei.NextBatch(At("2026-11-23T09:00:00Z"))); // 09:00 in Tokyo
        Assert.True(mei.IsQuiet(At("2026-11-23T09:00:00Z")));
        Assert.False(mei.IsQuiet(At("2026-11-24T00:00:00Z")));
    }

    [Fact]
    public async Task The_calendars_of_many_ask_as_little_as_that_of_one()
    {
        using var queries = new Queries();
        await using var app = await TestApp.Start();

        var one = await queries.During(app, () => Of(app, [app.Ben.Id]));
        var many = await queries.During(app, () => Of(app, [app.Ada.Id, app.Ben.Id, app.Mei.Id, app.Gus.Id]));

        Assert.Equal((3, 3), (one, many));
    }

    private static async Task<IReadOnlyDictionary<Guid, PersonCalendar>> Of(TestApp app, Guid[] personIds)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkCalendars>().Of(personIds, CancellationToken.None);
    }

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;
}
