using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests.Support;

/// <summary>The words in which tests speak of what stands on a page.</summary>
internal static class OnScreen
{
    public static ILocator Card(this IPage page, string title) =>
        page.Locator("[data-card]").Filter(new() { HasText = title });

    public static ILocator Column(this IPage page, string list) =>
        page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex($"^{list}, ") });

    /// <summary>A card within one list of the board.</summary>
    public static ILocator CardIn(this IPage page, string list, string title) =>
        page.Column(list).Locator("[data-card]").Filter(new() { HasText = title });

    public static ILocator Message(this IPage page, string text) =>
        page.Locator("[data-message]").Filter(new() { HasText = text });

    /// <summary>The drawer, or the page of a task.</summary>
    public static ILocator Drawer(this IPage page, string name) =>
        page.GetByRole(AriaRole.Region, new() { Name = name });

    public static ILocator Button(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>One of the things to choose from in an open list.</summary>
    public static ILocator Option(this IPage page, string name) =>
        page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex($"^{name}") });

    public static ILocator Tab(this IPage page, string name) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "In this space" })
            .GetByRole(AriaRole.Link, new() { Name = name });

    /// <summary>What is not sent yet says so.</summary>
    public static ILocator Pending(this ILocator row) =>
        row.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^Not sent yet") });

    /// <summary>
    /// It stands there, and the server has it. What is not there yet does not wait to be sent either: that alone proves
    /// nothing.
    /// </summary>
    public static async Task Arrives(this ILocator row)
    {
        await Expect(row).ToBeVisibleAsync();
        await Expect(row.Pending()).ToHaveCountAsync(0);
    }

    /// <summary>
    /// Drags by the mouse to a point of the target, as soon as both take part in it: that comes after the first
    /// drawing.
    /// </summary>
    public static async Task Drag(this ILocator what, ILocator target, float? x = null, float? y = null)
    {
        await Expect(what.Locator("xpath=ancestor-or-self::*[@draggable='true']").Last).ToBeVisibleAsync();
        await Expect(target.Locator("xpath=ancestor-or-self::*[@data-drop-target-for-element]").Last)
            .ToBeVisibleAsync();
        await what.DragToAsync(target,
            new() { TargetPosition = x is null || y is null ? null : new() { X = x.Value, Y = y.Value } });
    }

    /// <summary>
    /// From now on it is noon of this day on the page: no midnight comes between "tomorrow" and the look at it.
    /// </summary>
    public static Task AtNoon(this IPage page) =>
        page.Clock.SetFixedTimeAsync(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddHours(12));

    /// <summary>
    /// Closes what has the keyboard, and waits until the keyboard is back where it came from: the next key would go
    /// astray.
    /// </summary>
    public static async Task EscapeTo(this IPage page, ILocator back)
    {
        await page.Keyboard.PressAsync("Escape");
        await Expect(back).ToBeFocusedAsync();
    }

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
        // A window that was just made smaller is drawn anew: what hangs over for a moment does not count.
        var over = await page.EvaluateAsync<string[]>(
            """
            async () => {
              const clipped = (e) => { for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== "visible") return true; return false; };
              const look = () => {
                const width = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return [];
                return [...document.querySelectorAll("body *")]
                  .filter((e) => e.getBoundingClientRect().right > width + 1 && !clipped(e))
                  .map((e) => `${e.tagName} ${e.className} ${Math.round(e.getBoundingClientRect().right)} > ${width}`);
              };
              const until = performance.now() + 5000;
              let over = look();
              while (over.length > 0 && performance.now() < until) {
                await new Promise(requestAnimationFrame);
                over = look();
              }
              return over;
            }
            """);
        Assert.True(over.Length == 0, $"{page.Url}\n{string.Join('\n', over.Take(8))}");
    }

    /// <summary>Where it stands once the type is loaded and nothing moves any more.</summary>
    public static async Task<(float X, float Y, float Width, float Height)> Place(this ILocator what)
    {
        var box = await what.EvaluateAsync<float[]>(
            """
            async (element) => {
              await document.fonts.ready;
              for (let still = 0, last = ""; ; ) {
                await new Promise(requestAnimationFrame);
                const { x, y, width, height } = element.getBoundingClientRect();
                const now = [x, y, width, height];
                still = String(now) === last ? still + 1 : 0;
                last = String(now);
                if (still === 3) return now;
              }
            }
            """);
        return (box[0], box[1], box[2], box[3]);
    }

    public static Task Sees(this IPage page, string text) => Expect(page.GetByText(text).First).ToBeVisibleAsync();
}
