using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attention.Calendars;

public sealed class ChooseBatchesTests
{
    [Fact]
    public async Task My_times_of_day_are_kept_in_order_and_told_to_my_devices_alone()
    {
        await using var app = await TestApp.Start();

        var answer = await Writes.Verify(app.Ben, app.Ben.PersonalSpaceId,
            () => Choose(app.Ben, "15:30", "09:00"));

        Assert.Equal(["09:00", "15:30"], answer.Texts("slots"));
        Assert.Equal(["09:00", "15:30"], (await app.Ben.Read("/api/me/calendar?year=2026")).Texts("batches"));
    }

    [Fact]
    public async Task Without_my_own_the_day_says_when()
    {
        await using var app = await TestApp.Start();
        await Choose(app.Ben, "09:00").Body();

        await app.Ben.Put("/api/me/batches", new { slots = (string[]?)null }).Body();

        Assert.Equal(JsonValueKind.Null,
            (await app.Ben.Read("/api/me/calendar?year=2026")).GetProperty("batches").ValueKind);
    }

    [Theory]
    [InlineData("""{"slots":[]}""")]
    [InlineData("""{"slots":["9:00"]}""")]
    [InlineData("""{"slots":["09:00","09:00"]}""")]
    [InlineData("""{"slots":["09:00,10:00"]}""")]
    [InlineData("""{"slots":["24:00"]}""")]
    [InlineData("""{"slots":["09:00","10:00","11:00","12:00","13:00","14:00","15:00"]}""")]
    public async Task What_are_not_one_to_six_times_of_day_is_refused(string body)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Put("/api/me/batches", JsonElement.Parse(body)).Refused(400, "invalid", "slots");
    }

    [Fact]
    public async Task A_stranger_has_none()
    {
        await using var app = await TestApp.Start();

        await app.Stranger().PutJson("/api/me/batches", new { slots = (string[]?)null })
            .Refused(401, "sign-in-needed");
    }

    private static Task<HttpResponseMessage> Choose(Cast person, params string[] slots) =>
        person.Put("/api/me/batches", new { slots });
}
