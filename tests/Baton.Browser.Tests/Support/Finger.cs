using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests.Support;

/// <summary>One finger on a touch screen: what Playwright's own tap cannot do is to rest and to carry.</summary>
internal sealed class Finger(ICDPSession screen)
{
    public static async Task<Finger> On(IPage page) => new(await page.Context.NewCDPSessionAsync(page));

    /// <summary>
    /// Rests on a thing until it is lifted, and lets go of it at a point of another, given as shares of its width and
    /// height.
    /// </summary>
    public async Task Carry(ILocator what, ILocator grip, ILocator target, float x, float y)
    {
        var from = await grip.Place();
        var (startX, startY) = (from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await Touch("touchStart", startX, startY);
        // The first: what hangs on the finger is a likeness of it.
        await Expect(what.First).ToHaveAttributeAsync("style", new Regex("opacity"));
        var to = (await target.BoundingBoxAsync())!;
        var (endX, endY) = (to.X + (to.Width * x), to.Y + (to.Height * y));
        for (var step = 1; step <= 8; step++)
        {
            await Touch("touchMove", startX + ((endX - startX) * step / 8), startY + ((endY - startY) * step / 8));
        }

        await screen.SendAsync("Input.dispatchTouchEvent",
            new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
    }

    private async Task Touch(string type, float x, float y) =>
        await screen.SendAsync("Input.dispatchTouchEvent",
            new() { ["type"] = type, ["touchPoints"] = new[] { new { x, y } } });
}
