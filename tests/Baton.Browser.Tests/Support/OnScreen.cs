using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests.Support;

/// <summary>The words in which tests speak of what stands on a page.</summary>
internal static class OnScreen
{
    public static ILocator Card(this IPage page, string title) => page.Locator("[data-card]").Filter(new() { HasText = title });

    public static ILocator Column(this IPage page, string list) =>
        page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex($"^{list}, ") });

    /// <summary>A card within one list of the board.</summary>
    public static ILocator CardIn(this IPage page, string list, string title) =>
        page.Column(list).Locator("[data-card]").Filter(new() { HasText = title });

    public static ILocator Message(this IPage page, string text) =>
        page.Locator("[data-message]").Filter(new() { HasText = text });

    /// <summary>The drawer, or the page of a task.</summary>
    public static ILocator Drawer(this IPage page, string name) => page.GetByRole(AriaRole.Region, new() { Name = name });

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>One of the things to choose from in an open list.</summary>
    public static ILocator Option(this IPage page, string name) => page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex($"^{name}") });

    public static ILocator Tab(this IPage page, string name) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "In this space" }).GetByRole(AriaRole.Link, new() { Name = name });

    /// <summary>What is not sent yet says so.</summary>
    public static ILocator Pending(this ILocator row) => row.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^Not sent yet") });

    /// <summary>Writes into a field that becomes an editor under the hands, and sends it by keyboard.</summary>
    public static async Task Write(this IPage page, string field, string text)
    {
        await page.Type(field, text);
        await page.Keyboard.PressAsync("Control+Enter");
    }

    /// <summary>As <see cref="Write"/>, but nothing is sent yet.</summary>
    public static async Task Type(this IPage page, string field, string text)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = field, Exact = true }).ClickAsync();
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses Tab until the focus is there, as somebody without a mouse does.</summary>
    public static async Task TabTo(this IPage page, string label)
    {
        await Expect(page.GetByLabel(label, new() { Exact = true })).ToBeVisibleAsync();
        for (var presses = 0; presses < 60; presses++)
        {
            if (await page.EvaluateAsync<string?>("document.activeElement?.ariaLabel") == label)
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("Sixty presses of Tab did not lead there.");
    }

    /// <summary>Nothing hangs over the right edge of the window.</summary>
    public static async Task FitsItsWidth(this IPage page)
    {
        var over = await page.EvaluateAsync<string[]>(
            """
            () => {
              const width = document.documentElement.clientWidth;
              const clipped = (e) => { for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== "visible") return true; return false; };
              if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return [];
              return [...document.querySelectorAll("body *")]
                .filter((e) => e.getBoundingClientRect().right > width + 1 && !clipped(e))
                .map((e) => `${e.tagName} ${e.className} ${Math.round(e.getBoundingClientRect().right)} > ${width}`);
            }
            """);
        Assert.True(over.Length == 0, $"{page.Url}\n{string.Join('\n', over.Take(8))}");
    }

    public static Task Sees(this IPage page, string text) => Expect(page.GetByText(text).First).ToBeVisibleAsync();
}
