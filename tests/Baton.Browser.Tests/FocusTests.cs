using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>Ben, at work in Denver from 16:00 UTC on, is left alone for as long as he says.</summary>
public sealed class FocusTests(Stage stage)
{
    private const string Line = "The third chapter is done; next its pictures";
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Focus_begins_with_a_key_holds_what_comes_and_ends_with_the_line()
    {
        await using var story = await stage.PlayOnClock(Ten);
        var page = await story.Visit(story.Ben, "/inbox");
        await Expect(page.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("f");
        var sheet = page.GetByRole(AriaRole.Dialog, new() { Name = "Focus now" });
        await sheet.GetByLabel("Until what time").FillAsync("13:30");
        await page.Check("the sheet of focus");
        await page.Picture("focus-sheet");
        await sheet.GetByLabel("Where are you, and what comes next?").FillAsync(Line);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("In focus until 13:30.")).ToBeVisibleAsync();
        await Expect(sheet).ToBeHiddenAsync();
        await page.Check("an inbox in focus");
        await page.Picture("focus-inbox");

        await Ask(story);
        // The batch of 13:00 comes when his focus is over.
        await story.GoOnTo(Ten.AddHours(3).AddMinutes(1));
        Assert.Empty(story.Mailed);
        await story.GoOnTo(Ten.AddHours(3).AddMinutes(31));
        Assert.Equal([story.Ben.Email], story.Mailed);

        await Expect(page.GetByText(Line)).ToBeVisibleAsync();
        await Expect(page.GetByText("In focus until")).ToBeHiddenAsync();
        var phone = await story.Visit(story.Ben, "/tasks", View.PhoneDark);
        await Expect(phone.GetByText(Line)).ToBeVisibleAsync();
        await phone.Check("the line on a phone in the dark");
        await phone.FitsItsWidth();
        await phone.Picture("focus-over-phone");
        await phone.Button("Put it away").ClickAsync();
        await Expect(phone.GetByText(Line)).ToBeHiddenAsync();
        await Expect(page.GetByText(Line)).ToBeHiddenAsync();
        await phone.Button("Undo").ClickAsync();
        await Expect(page.GetByText(Line)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_is_ended_early_and_that_can_be_undone()
    {
        await using var story = await stage.PlayOnClock(Ten);
        var page = await story.Visit(story.Ben, "/settings/time-off");
        await page.Button("Focus now").ClickAsync();
        await page.GetByLabel("Until what time").FillAsync("09:30");
        await page.Button("Begin").ClickAsync();
        await Expect(page.GetByText("Focus lasts at most 12 hours.")).ToBeVisibleAsync();
        await page.Picture("focus too long");
        await page.GetByLabel("25 minutes, until 10:25").CheckAsync();
        await page.Button("Begin").ClickAsync();
        await Expect(page.GetByText("In focus until 10:25.")).ToBeVisibleAsync();

        await page.Button("Where are you, and what comes next?").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Where are you, and what comes next?").FillAsync(Line);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Button("Where are you, and what comes next?")).ToBeHiddenAsync();
        await story.GoOnTo(Ten.AddMinutes(10));
        // A sheet that opens before the calendar is read shows the line all the same.
        await page.ReloadAsync();
        await page.Button("Focus now").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Where are you, and what comes next?"))
            .ToHaveValueAsync(Line);
        await page.Keyboard.PressAsync("Escape");
        await page.Button("End now").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText(Line)).ToBeVisibleAsync();
        await Expect(page.Locator("#page")).ToBeFocusedAsync();
        await page.Button("Undo").ClickAsync();

        await Expect(page.GetByText("In focus until 10:25.")).ToBeVisibleAsync();
        await Expect(page.GetByText(Line)).ToBeHiddenAsync();
    }

    private static Task<System.Text.Json.JsonElement> Ask(Story story) =>
        story.Ada.Post($"/api/spaces/{story.Chat.Split('/')[2]}/messages", new
        {
            id = Guid.CreateVersion7(),
            body = "Who draws the cover?",
            envelope = new { addressees = new[] { new { personId = story.Ben.Id, role = "answer" } } },
        }).Body();
}
