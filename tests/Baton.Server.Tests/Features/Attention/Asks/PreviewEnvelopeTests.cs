using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attention.Asks;

/// <summary>
/// Whether somebody can do what they would be asked. It is Monday, 02:00 in Denver, where Ben works from 09:00 to
/// 17:00.
/// </summary>
public sealed class PreviewEnvelopeTests
{
    [Theory]
    [InlineData(60, "fine")]
    [InlineData(480, "fine")]
    [InlineData(481, "noTime")]
    public async Task What_takes_longer_than_their_time_until_then_is_said(int effort, string feasibility)
    {
        await using var app = await TestApp.Start();

        var ben = await Preview(app, app.Ben, "2026-11-23", effort);

        Assert.Equal((feasibility, 480), (ben.Text("feasibility"), ben.GetProperty("workingMinutes").GetInt32()));
        Assert.Equal("2026-11-24T00:00:00.000Z", ben.Text("respondBy"));
    }

    [Fact]
    public async Task Whoever_is_on_leave_is_away_however_short_with_the_day_of_their_return()
    {
        await using var app = await TestApp.Start();
        await Enter(app.Ben, new { kind = "leave", firstDay = "2026-11-23", lastDay = "2026-11-24" });

        var ben = await Preview(app, app.Ben, "2026-11-27");

        Assert.Equal(("away", "2026-11-25T16:00:00.000Z"), (ben.Text("feasibility"), ben.Text("backAt")));
        Assert.Equal("fine", (await Preview(app, app.Gus, "2026-11-27")).Text("feasibility"));
    }

    [Fact]
    public async Task Whoever_does_not_work_again_as_far_as_anybody_can_see_has_no_hours()
    {
        await using var app = await TestApp.Start();
        await Enter(app.Ben, new { kind = "leave", firstDay = "2026-11-23", lastDay = "2028-11-01" });
        await Enter(app.Ben, new { kind = "leave", firstDay = "2028-11-02", lastDay = "2030-11-01" });

        var ben = await Preview(app, app.Ben, "2026-11-27");

        Assert.Equal("noHours", ben.Text("feasibility"));
        Assert.Equal(JsonValueKind.Null, ben.GetProperty("deliverAt").ValueKind);
    }

    [Fact]
    public async Task Whoever_travels_is_told_of_by_the_clock_there_before_and_after_it_is_sent()
    {
        await using var app = await TestApp.Start();
        await Enter(
            app.Ben, new { kind = "stay", firstDay = "2026-11-26", lastDay = "2026-11-29", zone = "Asia/Tokyo" });

        Assert.Equal("America/Denver", (await Preview(app, app.Ben, "2026-11-24")).Text("zone"));
        Assert.Equal("Asia/Tokyo", (await Preview(app, app.Ben, "2026-11-27")).Text("zone"));
        await app.Ada.Ask(app.Launch, Wish(app.Ben, "2026-11-27")).Body();
        var sent = (await app.Ada.Read("/api/asks/sent")).GetProperty("items")[0];
        Assert.Equal("Asia/Tokyo", sent.Text("zone"));
    }

    private static async Task<JsonElement> Preview(TestApp app, Cast whom, string respondOn, int? effort = null) =>
        (await app.Ada.Post(
            $"/api/spaces/{app.Launch}/preview", new { body = "", envelope = Wish(whom, respondOn, effort) }).Body())
            .GetProperty("people")[0];

    private static object Wish(Cast whom, string respondOn, int? effort = null) => new
    {
        addressees = new[] { new { personId = whom.Id, role = "act" } },
        urgency = "byDate",
        respondOn,
        effort,
    };

    private static Task<JsonElement> Enter(Cast who, object entry) =>
        who.Put($"/api/me/calendar/{Guid.CreateVersion7()}", entry).Body();
}
