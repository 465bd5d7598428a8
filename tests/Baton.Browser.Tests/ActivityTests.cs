using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class ActivityTests(Stage stage)
{
    [Fact]
    public async Task Twelve_new_tasks_are_one_line_that_unfolds_to_links()
    {
        await using var scene = await stage.Play();
        for (var n = 1; n <= 12; n++)
        {
            await scene.AddTask($"Poster {n}");
        }

        var page = await scene.Visit(scene.Ada, $"/s/{scene.Space}/activity");
        var run = page.GetByRole(AriaRole.Button, new() { Name = "created 12 tasks" });
        await Expect(run).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Poster 7" })).ToHaveCountAsync(0);

        await run.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Poster" })).ToHaveCountAsync(12);
        await page.GetByRole(AriaRole.Link, new() { Name = "Poster 7" }).ClickAsync();
        await Expect(page.Drawer("Task Poster 7")).ToBeVisibleAsync();
    }
}
