using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class NotificationsTests(Stage stage)
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_is_asked_of_me_is_mailed_until_I_switch_it_off()
    {
        await using var story = await stage.PlayOnClock(Monday);
        var page = await story.Visit(story.Ben, "/settings/notifications", View.Phone);
        var mail = page.GetByRole(AriaRole.Checkbox, new() { Name = "Mail me what is asked of me" });
        await Expect(mail).ToBeCheckedAsync();
        await Expect(page.GetByText("One mail with each batch that asks something of you")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Notifications" })).ToBeInViewportAsync();

        await mail.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(mail).Not.ToBeCheckedAsync();
        await page.ReloadAsync();

        await Expect(mail).Not.ToBeCheckedAsync();
        await page.Check("notifications");
    }
}
