using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class LinksTests(Stage stage)
{
    [Fact]
    public async Task A_link_lands_on_a_message_far_above_the_newest()
    {
        await using var scene = await stage.Play();
        var linked = await scene.Post(scene.Ben, "The one that is linked.");
        for (var i = 0; i < 60; i++)
        {
            await scene.Post(scene.Ben, $"Line {i}\n\nand more of it\n\nand more.");
        }

        var page = await scene.Visit(scene.Ada, $"/m/{linked}");

        await Expect(page.Message("The one that is linked.")).ToBeInViewportAsync();
        await Expect(page.Message("The one that is linked.")).ToBeFocusedAsync();
        await page.Button("To the newest").ClickAsync();
        await Expect(page.Message("Line 59")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Back_and_forward_walk_through_tabs_and_the_drawer()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ada, scene.Board);
        await page.Card("Fix the sign-in page").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeVisibleAsync();
        await page.Tab("Topics").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Topics" })).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.Drawer("Task Fix the sign-in page")).ToHaveCountAsync(0);
        await Expect(page.Card("Fix the sign-in page")).ToBeVisibleAsync();
        await page.GoForwardAsync();
        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Closing_the_drawer_leaves_no_step_behind()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ada, scene.Topics);
        await page.Tab("Board").ClickAsync();
        await page.Card("Fix the sign-in page").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Drawer("Task Fix the sign-in page")).ToHaveCountAsync(0);
        await Expect(page.Card("Fix the sign-in page").GetByRole(AriaRole.Link)).ToBeFocusedAsync();

        await page.GoBackAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Topics" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_sheet_of_the_next_task_has_the_keyboard_too()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("First");
        await scene.AddTask("Second");
        var page = await scene.Visit(scene.Ada, scene.Board);
        await page.Card("First").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Drawer("Task First")).ToBeFocusedAsync();

        await page.Card("Second").GetByRole(AriaRole.Link).ClickAsync();
        // It takes the keyboard at once, and has it still when the sheet before is gone.
        await Expect(page.Drawer("Task Second").GetByRole(AriaRole.Textbox, new() { Name = "Write a comment" }))
            .ToBeVisibleAsync();
        await Expect(page.Drawer("Task Second")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Drawer("Task Second")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_task_opens_as_a_page_and_by_its_own_link()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ada, $"{scene.Board}?task={task}");

        await page.Button("Open as a page").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/t/{task}$"));
        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Fix the sign-in page", Level = 1 }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_into_a_space_of_others_says_nothing_about_it()
    {
        await using var scene = await stage.Play();
        var other = await stage.Play("Secret");
        var secret = await other.AddTask("Buy the company");
        var page = await scene.Visit(scene.Ada, $"/t/{secret}");

        await page.Sees("There is no such task.");
        await Expect(page.GetByText("Buy the company")).ToHaveCountAsync(0);
        await other.DisposeAsync();
    }
}
