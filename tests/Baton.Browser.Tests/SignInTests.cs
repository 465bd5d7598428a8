using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class SignInTests(Stage stage)
{
    [Fact]
    public async Task Ada_signs_in_and_comes_to_where_she_wanted_to_go()
    {
        await using var scene = await stage.Play();
        var page = await scene.Stranger();

        await page.GotoAsync(scene.Board);
        await page.GetByLabel("E-mail").FillAsync(scene.Ada.Email);
        await page.Locator("input[type=password]").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Launch", Level = 1 })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/board$"));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words_and_nothing_typed_is_lost()
    {
        await using var scene = await stage.Play();
        var page = await scene.Stranger();

        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync(scene.Ada.Email);
        await page.Locator("input[type=password]").FillAsync("not the relay race");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.GetByLabel("E-mail")).ToHaveValueAsync(scene.Ada.Email);
    }

    [Fact]
    public async Task Whoever_was_signed_out_elsewhere_is_greeted_by_name_and_types_once()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Board);
        await Expect(page.Column("To do")).ToBeVisibleAsync();
        // Away first: what the page still asked for would be refused, and it would know.
        await page.GotoAsync("about:blank");
        await page.Context.ClearCookiesAsync();
        var asked = new TaskCompletionSource();
        await page.RouteAsync("**/api/me", async route =>
        {
            await asked.Task;
            await route.ContinueAsync();
        });

        // What this device knows is shown until the server has answered; the form comes with the answer and then stays.
        await page.GotoAsync("/sign-in");
        await Expect(page.Column("To do")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("E-mail")).ToHaveCountAsync(0);
        asked.SetResult();

        await page.Sees("Ada, your session has ended.");
        await Expect(page.GetByLabel("E-mail")).ToHaveValueAsync(scene.Ada.Email);
        await page.Locator("input[type=password]").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Column("To do")).ToBeVisibleAsync();
    }
}
