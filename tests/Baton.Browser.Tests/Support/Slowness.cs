using System.Globalization;
using Microsoft.Playwright;

namespace Baton.Browser.Tests.Support;

/// <summary>
/// Brings out races: with <c>BATON_TEST_SLOW=6</c> pages compute six times slower, and whatever is loaded or asked for
/// later than the page itself comes late. A test that holds only on a quick machine fails then.
/// </summary>
internal static class Slowness
{
    private const int LateMs = 60;
    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("BATON_TEST_SLOW") ?? "1",
        CultureInfo.InvariantCulture);

    public static async Task SlowDown(this IPage page)
    {
        if (Times == 1)
        {
            return;
        }

        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Times });
        await page.Context.RouteAsync("**/{api,assets}/**", async route =>
        {
            await Task.Delay(LateMs * Times);
            await route.FallbackAsync();
        });
    }
}
