using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Glass;

public sealed class JudgeBreakGlassTests
{
    [Fact]
    public async Task Whom_it_reached_says_what_they_think_and_may_think_again()
    {
        await using var app = await TestApp.Start();
        var id = await Broken(app);

        var judged = await Writes.Verify(app.Mei, app.Mei.PersonalSpaceId, () => Judge(app.Mei, id, "couldWait"));
        await Judge(app.Mei, id, "right").Body();

        Assert.Equal("couldWait", judged.Text("verdict"));
        // Mei is off until Tuesday morning; two days of eight hours later it is Wednesday, 17:00 in Tokyo.
        Assert.Equal("2026-11-25T08:00:00.000Z", judged.Text("verdictUntil"));
        var mine = await app.Mei.Read("/api/break-glass");
        Assert.Equal("right", Assert.Single(mine.GetProperty("received").EnumerateArray()).Text("verdict"));
    }

    [Fact]
    public async Task Nobody_else_judges_and_the_sender_learns_of_numbers_alone()
    {
        await using var app = await TestApp.Start();
        var id = await Broken(app);

        await Judge(app.Mallory, id, "right").Refused(404, "glass-not-found");
        await Judge(app.Ada, id, "right").Refused(404, "glass-not-found");
        await Judge(app.Gus, id, "right").Refused(404, "glass-not-found");
        await Judge(app.Mei, id, "couldWait").Body();

        var seen = await app.Ada.Read("/api/break-glass");
        Assert.Empty(seen.GetProperty("received").EnumerateArray());
        Assert.Equal("""{"sent":1,"right":null,"couldWait":null}""", seen.GetProperty("team").GetRawText());
    }

    [Fact]
    public async Task After_two_working_days_it_is_too_late()
    {
        await using var app = await TestApp.Start();
        var id = await Broken(app);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));

        await Judge(app.Mei, id, "right").Refused(409, "verdict-late");

        Assert.Empty((await app.Mei.Read("/api/break-glass")).GetProperty("received").EnumerateArray());
    }

    [Fact]
    public async Task A_verdict_is_one_of_two()
    {
        await using var app = await TestApp.Start();
        var id = await Broken(app);

        await app.Mei.Put($"/api/break-glass/{id}/verdict", new { }).Refused(400, "invalid", "verdict");
        await Judge(app.Mei, id, "rude").Refused(400, "invalid");
    }

    [Fact]
    public async Task What_could_have_waited_leaves_its_sender_one_in_two_months()
    {
        await using var app = await TestApp.Start();
        await Judge(app.Mei, await Broken(app), "couldWait").Body();
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));

        await app.Ada.BreakGlass(app.Launch, app.Mei).Refused(409, "break-glass-spent");
        var december = (await app.Ada.Read("/api/break-glass")).GetProperty("allowance");
        app.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await app.Ada.BreakGlass(app.Launch, app.Mei).Body();

        Assert.Equal("""{"limit":0,"left":0,"nextAt":"2027-01-01T00:00:00.000Z"}""", december.GetRawText());
    }

    [Fact]
    public async Task Numbers_of_fewer_than_five_people_and_guests_numbers_are_not_told()
    {
        await using var app = await TestApp.Start();
        await Broken(app);
        var told = await app.Ben.Read("/api/break-glass");
        var toGuest = await app.Gus.Read("/api/break-glass");
        await app.Ada.Delete($"/api/people/{app.Mallory.Id}").Body();

        var among = await app.Ben.Read("/api/break-glass");

        Assert.Equal("""{"sent":1,"right":null,"couldWait":null}""", told.GetProperty("team").GetRawText());
        Assert.Equal("null", toGuest.GetProperty("team").GetRawText());
        Assert.Equal("null", among.GetProperty("team").GetRawText());
    }

    private static async Task<Guid> Broken(TestApp app)
    {
        var id = Guid.CreateVersion7();
        await app.Ada.BreakGlass(app.Launch, app.Mei, id: id).Body();
        return id;
    }

    private static Task<HttpResponseMessage> Judge(Cast who, Guid id, string verdict) =>
        who.Put($"/api/break-glass/{id}/verdict", new { verdict });
}
