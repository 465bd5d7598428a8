using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class HoursTests(Stage stage)
{
    [Fact]
    public async Task Hours_are_painted_typed_and_seen_by_the_team()
    {
        await using var scene = await stage.Play();
        var ben = await scene.Visit(scene.Ben, "/settings/hours");
        await Expect(ben.GetByText("You have not said when you work.")).ToBeVisibleAsync();

        await Cell(ben, "Monday 17:00").DragToAsync(Cell(ben, "Tuesday 17:30"));
        var typed = ben.GetByLabel("The same in words");
        await Expect(typed).ToHaveValueAsync("Mon–Tue 09:00–18:00, Wed–Fri 09:00–17:00");

        await typed.FillAsync("mon-thu 8:15-12, 13-17");
        await typed.PressAsync("Enter");
        await Expect(typed).ToHaveValueAsync("Mon–Thu 08:15–12:00 13:00–17:00");
        await Expect(Cell(ben, "Friday 09:00")).ToHaveAttributeAsync("aria-selected", "false");
        await Expect(ben.GetByText("You have not said when you work.")).ToBeHiddenAsync();

        var ada = await scene.Visit(scene.Ada, $"/p/{scene.Ben.Id}");
        await Expect(ada.GetByText("Works Mon–Thu 08:15–12:00 13:00–17:00", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Hours_are_painted_with_the_keyboard_alone()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Mei, "/settings/hours");
        await Cell(page, "Monday 09:00").FocusAsync();

        await page.Keyboard.PressAsync(" ");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("ArrowDown");

        await Expect(Cell(page, "Tuesday 09:30")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("The same in words")).ToHaveValueAsync("Mon 10:00–17:00, Tue–Fri 09:00–17:00");
        await Expect(page.GetByText("You have not said when you work.")).ToBeHiddenAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("The same in words")).ToHaveValueAsync("Mon 10:00–17:00, Tue–Fri 09:00–17:00");
    }

    [Fact]
    public async Task What_is_not_understood_is_said_and_stays_to_be_mended()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Mei, "/settings/hours");
        var typed = page.GetByLabel("The same in words");

        await typed.FillAsync("mon 9-17, funday 9-13");
        await typed.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("“funday 9-13” was not understood.");
        await Expect(typed).ToHaveValueAsync("mon 9-17, funday 9-13");
        await Expect(page.GetByText("You have not said when you work.")).ToBeVisibleAsync();
    }

    private static ILocator Cell(IPage page, string name) =>
        page.GetByRole(AriaRole.Gridcell, new() { Name = name, Exact = true });
}
