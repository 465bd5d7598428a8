using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class PhoneTests(Stage stage)
{
    [Fact]
    public async Task Ben_comments_on_a_task_from_his_phone_and_goes_back()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page, which on small screens hides its own button behind the keyboard");
        var page = await scene.Stranger(View.Phone);
        await page.GotoAsync("/sign-in");
        await page.FitsItsWidth();
        await page.GetByLabel("E-mail").FillAsync(scene.Ben.Email);
        await page.Locator("input[type=password]").FillAsync(TestApp.Password);
        await page.Button("Sign in").TapAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Spaces" }).TapAsync();
        await page.FitsItsWidth();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new("Launch") }).TapAsync();
        await page.FitsItsWidth();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Spaces", Exact = true }))
            .ToHaveAttributeAsync("aria-current", "true");
        await page.Card("Fix the sign-in page").GetByRole(AriaRole.Link).TapAsync();
        var task = page.GetByRole(AriaRole.Article, new() { NameRegex = new("Task Fix the sign-in page") });
        await Expect(task).ToBeVisibleAsync();
        await page.FitsItsWidth();
        var comment = page.GetByRole(AriaRole.Textbox, new() { Name = "Write a comment" });
        await comment.TapAsync();
        await Expect(comment).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("I can see it here too.");
        await page.Button("Send").TapAsync();
        await Expect(page.Message("I can see it here too.")).ToBeVisibleAsync();
        await page.FitsItsWidth();

        await page.GoBackAsync();
        await Expect(task).ToHaveCountAsync(0);
        await Expect(page.Card("Fix the sign-in page")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_card_moves_by_its_menu_where_there_is_no_mouse()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ben, scene.Board, View.Phone);

        await page.Button("Menu of Fix the sign-in page").TapAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new("Move to") }).TapAsync();
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new("Done.*top") }).TapAsync();

        await page.CardIn("Done", "Fix the sign-in page").Arrives();
    }
}
