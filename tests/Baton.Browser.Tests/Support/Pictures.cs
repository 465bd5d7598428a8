using Microsoft.Playwright;

namespace Baton.Browser.Tests.Support;

/// <summary>Pictures for whoever wants to look: taken when <c>BATON_TEST_PICTURES</c> names a folder.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("BATON_TEST_PICTURES");

    public static Task Picture(this IPage page, string name) => Folder is null
        ? Task.CompletedTask
        : page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png") });
}
