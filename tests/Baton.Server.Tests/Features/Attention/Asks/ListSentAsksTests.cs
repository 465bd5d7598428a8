using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attention.Asks;

/// <summary>What whoever asked learns of what became of it.</summary>
public sealed class ListSentAsksTests
{
    [Fact]
    public async Task What_ended_lately_is_shown_to_who_asked_the_last_first_and_to_nobody_else()
    {
        await using var app = await TestApp.Start();
        var answered = (await app.Ben.Asked(app.Launch, app.Ada)).Id();
        var takenBack = (await app.Ben.Asked(app.Launch, app.Gus)).Id();
        var task = (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben, assigneeIds: app.Ada.Id)).Id();
        var assigned = await app.ItemOf(task, app.Ada);
        await app.Ada.Put($"/api/asks/{answered}/answer").Body();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Ada.Put($"/api/asks/{assigned}/refusal", new { reason = "Not mine." }).Body();
        await app.Ben.Put($"/api/asks/{takenBack}/withdrawal").Body();

        Assert.Equal(["declined: Not mine.", "answered: "], await Ended(app.Ben));
        Assert.Equal(["declined: Not mine."], await Ended(app.Ben, "&limit=1"));
        var next = (await app.Ben.Read("/api/asks/sent?closed=true&limit=1")).Text("next");
        Assert.Equal(["answered: "], await Ended(app.Ben, $"&limit=1&cursor={Uri.EscapeDataString(next!)}"));
        Assert.Empty(await Ended(app.Ada));
        Assert.Empty(await Ended(app.Mallory));
        Assert.Empty((await app.Ben.Read("/api/asks/sent")).GetProperty("items").EnumerateArray());

        app.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        Assert.Empty(await Ended(app.Ben));
        await app.Ben.Browser.GetAsync("/api/asks/sent?closed=perhaps").Refused(400, "invalid");
    }

    private static async Task<IReadOnlyList<string>> Ended(Cast who, string more = "") =>
        [.. (await who.Read($"/api/asks/sent?closed=true{more}")).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("ask"))
            .Select(ask => $"{ask.Text("state")}: {ask.Text("note")}")];
}
