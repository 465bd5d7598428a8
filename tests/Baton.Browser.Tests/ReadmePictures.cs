using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>
/// Takes the README's pictures of the running demo. No test: <c>./dev pictures</c> asks for it by name.
/// </summary>
public sealed class ReadmePictures(Stage stage)
{
    private static readonly string Demo = Environment.GetEnvironmentVariable("BATON_PICTURES_OF")
        ?? "http://localhost:5080";
    private static readonly string Folder = Environment.GetEnvironmentVariable("BATON_PICTURES_IN") ?? "docs/pictures";

    [Fact(Explicit = true)]
    public async Task The_demo_as_a_newcomer_sees_it()
    {
        var wide = new View(1280, 800, Dark: false);
        var page = await SignIn(wide);
        var space = await OpenLaunch(page);
        await Expect(page.Card("First screen")).ToBeVisibleAsync();
        await Save(page, "board");

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.Card("German texts of the first ten screens").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write a comment" })).ToBeVisibleAsync();
        await Expect(page.Locator("[data-message]").First).ToBeVisibleAsync();
        await Save(page, "task");

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.GotoAsync($"{space}/topics");
        await page.GetByRole(AriaRole.Link, new() { Name = "What do we call the plan that costs nothing?" })
            .ClickAsync();
        await Expect(page.Locator("[data-message]").Last).ToBeVisibleAsync();
        await Save(page, "topic");

        var phone = await SignIn(View.Phone);
        await OpenLaunch(phone);
        await Expect(phone.Locator("[data-card]").First).ToBeVisibleAsync();
        await Save(phone, "phone");

        await phone.Context.DisposeAsync();
        await page.Context.DisposeAsync();
    }

    private async Task<IPage> SignIn(View view)
    {
        var page = await stage.OpenBrowser(new Uri(Demo), view);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync("ada@fernweh.example");
        await page.Locator("input[type=password]").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "My tasks" })).ToBeVisibleAsync();
        return page;
    }

    /// <returns>The address of the space.</returns>
    private static async Task<string> OpenLaunch(IPage page)
    {
        await page.GotoAsync("/spaces");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new("Launch") }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/board$"));
        return page.Url[..^"/board".Length];
    }

    private static async Task Save(IPage page, string name)
    {
        // Nothing is pointed at.
        await page.Mouse.MoveAsync(0, 0);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Caret = ScreenshotCaret.Hide });
    }
}
