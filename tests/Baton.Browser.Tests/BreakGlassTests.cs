using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>Something cannot wait: Ada is at work in Lisbon, Mei has gone home in Tokyo.</summary>
public sealed class BreakGlassTests(Stage stage)
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_names_its_price_reaches_whom_it_asks_and_is_judged()
    {
        await using var story = await stage.PlayOnClock(Evening);
        var ada = await story.Visit(story.Ada, story.Chat);
        await ada.Type("Write a message", "Nobody can pay any more. @@");
        await ada.GetByLabel("What for: Mei").SelectOptionAsync("act");
        await ada.GetByLabel("Answer", new() { Exact = true }).SelectOptionAsync("breakGlass");
        await ada.GetByLabel("Why can it not wait?").SelectOptionAsync("outage");
        await ada.GetByLabel("What breaks if it waits?").FillAsync("Every order of tonight is lost.");
        await Expect(ada.GetByText(
            "This is your one of this month. Mei is off until tomorrow 00:00 and is reached now.")).ToBeVisibleAsync();
        await ada.Check("the sheet of what cannot wait");
        await ada.Picture("glass-sheet");
        await ada.Button("Done").ClickAsync();
        await Expect(ada.GetByText("reaches Mei now")).ToBeVisibleAsync();
        await ada.Keyboard.PressAsync("Control+Enter");
        await Expect(ada.Message("Nobody can pay")).ToContainTextAsync("Asks Mei");

        var mei = await story.Visit(story.Mei, "/inbox");
        var reached = mei.GetByRole(AriaRole.Region, new() { Name = "It could not wait" });
        await Expect(reached).ToContainTextAsync("“Every order of tonight is lost.”");
        await Expect(mei.GetByText("It cannot wait", new() { Exact = true })).ToBeVisibleAsync();
        await mei.Check("an inbox with what could not wait");
        await mei.Picture("glass-inbox");
        await mei.Button("Could have waited").PressAsync("Enter");
        await Expect(mei.Button("Could have waited")).ToHaveAttributeAsync("aria-pressed", "true");

        var phone = await story.Visit(story.Mei, "/inbox", View.PhoneDark);
        await Expect(phone.Button("Could have waited")).ToHaveAttributeAsync("aria-pressed", "true");
        await phone.Check("the same on a phone in the dark");
        await phone.FitsItsWidth();
        await phone.Picture("glass-inbox-phone");
    }

    [Fact]
    public async Task Whoever_is_on_duty_is_named_in_the_spaces_settings_and_asked_first()
    {
        await using var story = await stage.PlayOnClock(Evening);
        var ada = await story.Visit(story.Ada, story.Chat.Replace("/chat", "/settings", StringComparison.Ordinal));
        await ada.GetByLabel("Put on duty").SelectOptionAsync("Ben");
        await Expect(ada.Button("Take Ben off duty")).ToBeVisibleAsync();
        await ada.GetByLabel("Put on duty").SelectOptionAsync("Ada");
        await ada.Button("Ask Ada earlier").ClickAsync();
        await Expect(ada.Button("Ask Ben earlier")).ToBeVisibleAsync();
        await ada.Check("a space's settings with people on duty");
        await ada.Picture("glass-duty");
        await ada.GotoAsync("/settings/people");
        await ada.GetByLabel("What cannot wait: times each may send a month").SelectOptionAsync("3");
        await ada.Check("the workspace's limits");
        await ada.Picture("glass-limits");

        var mei = await story.Visit(story.Mei, story.Chat, View.PhoneDark);
        await mei.Type("Write a message", "It is down. @@");
        await mei.GetByLabel("What for: Ben").SelectOptionAsync("act");
        await mei.GetByLabel("Answer", new() { Exact = true }).SelectOptionAsync("breakGlass");
        await Expect(mei.GetByText("Ada is on duty and at work. Ask Ada first;")).ToBeVisibleAsync();
        await mei.FitsItsWidth();
        await mei.Picture("glass-sheet-phone");
    }
}
