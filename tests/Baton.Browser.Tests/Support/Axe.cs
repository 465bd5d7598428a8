using System.Text.Json;
using Microsoft.Playwright;

namespace Baton.Browser.Tests.Support;

/// <summary>Runs axe-core in a page.</summary>
internal static class Axe
{
    private static readonly string Script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    /// <summary>Asserts that axe finds nothing moderate, serious or critical on the page as it stands.</summary>
    /// <param name="coloursOnly">Where only the theme is another than that of a page which was checked whole.</param>
    public static async Task Check(this IPage page, string screen, bool coloursOnly = false)
    {
        // Evaluated, not added as a tag: the page's own policy allows no foreign script.
        await page.EvaluateAsync(Script);
        // Colours on their way from one theme to the other are nobody's.
        await page.EvaluateAsync(
            """
            () => Promise.all(document.getAnimations()
              .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
              .map((one) => one.finished.catch(() => {})))
            """);
        var found = await page.EvaluateAsync<JsonElement>(
            """
            async (only) => (await axe.run(document, { resultTypes: ["violations"], ...(only && { runOnly: ["color-contrast"] }) })).violations
              .filter((v) => v.impact !== "minor")
              .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ") + " " + (n.any[0]?.message ?? "")).join(" | ")}`)
            """,
            coloursOnly);

        var grave = found.EnumerateArray().Select(v => v.GetString()).ToList();
        Assert.True(grave.Count == 0, $"{screen}:\n{string.Join('\n', grave)}");
    }
}
