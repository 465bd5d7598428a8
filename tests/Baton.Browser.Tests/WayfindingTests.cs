using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>How one gets about: by Ctrl-K, by the sidebar, and where a space opens.</summary>
public sealed class WayfindingTests(Stage stage)
{
    [Fact]
    public async Task A_few_letters_lead_to_a_task_by_its_key_to_the_settings_and_to_something_new()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ada, "/tasks");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "My tasks" })).ToBeVisibleAsync();

        await Find(page, "WEB-1", "Fix the sign-in page");
        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeVisibleAsync();
        await Find(page, "secur", "Security");
        await page.Sees("Where you are signed in");
        await Find(page, "new spa", "New space");
        await Expect(page.Button("Open the space")).ToBeVisibleAsync();
        await page.GotoAsync(scene.Chat);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Launch", Level = 1 })).ToBeVisibleAsync();
        await Find(page, "new task", "New task");
        await Expect(page).ToHaveURLAsync(new Regex($"{scene.Board}$"));
        await Expect(page.GetByLabel("New task in To do")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Book the room");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.CardIn("To do", "Book the room")).ToBeVisibleAsync();
        await Find(page, "new topic", "New topic");
        await Expect(page.GetByLabel("Opening post")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_conversation_opens_its_chat_with_a_face_and_no_dot()
    {
        await using var scene = await stage.Play();
        var direct = Guid.CreateVersion7();
        await scene.Ben.Post("/api/spaces",
            new { id = direct, kind = "direct", name = "", personIds = new[] { scene.Ada.Id } }).Body();
        var page = await scene.Visit(scene.Ada, "/tasks");

        var link = page.GetByRole(AriaRole.Navigation, new() { Name = "Places" })
            .GetByRole(AriaRole.Link, new() { Name = "Ben" });
        await Expect(link.Locator("[data-hue]").First).ToHaveTextAsync("B");
        await link.ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex($"/s/{direct}/chat$"));
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "In this space" })
            .GetByRole(AriaRole.Link).First).ToHaveTextAsync("Chat");
    }

    [Fact]
    public async Task The_sidebar_leads_to_archived_spaces_and_out_of_Baton()
    {
        await using var scene = await stage.Play();
        await scene.Ada.Put($"/api/spaces/{scene.Space}/archival").Body();
        var page = await scene.Visit(scene.Ada, "/tasks");

        await page.GetByRole(AriaRole.Link, new() { Name = "All spaces" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Launch" }))
            .ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Just me" }))
            .ToBeVisibleAsync();
        await page.Button("Ada").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Zoomed_in_the_sidebar_keeps_its_marks_alone_until_it_is_widened()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, "/tasks");
        await Expect(page.Button("Narrow the sidebar")).ToBeVisibleAsync();

        // What is left of 1440 by 900 at 200 %.
        await page.SetViewportSizeAsync(720, 450);
        await Expect(page.Button("Widen the sidebar")).ToBeVisibleAsync();
        await page.Button("Go anywhere").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Go anywhere" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Button("Widen the sidebar").ClickAsync();

        await Expect(page.Button("Narrow the sidebar")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Beside_the_drawer_on_a_small_laptop_every_tab_shows_and_says_where_it_leads()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ada, $"{scene.Board}?task={task}");
        await page.SetViewportSizeAsync(1024, 768);
        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeVisibleAsync();

        await Expect(page.GetByText("Settings", new() { Exact = true })).ToBeHiddenAsync();
        Assert.True(await page.Tab("Board")
            .EvaluateAsync<bool>("tab => tab.parentElement.scrollWidth <= tab.parentElement.clientWidth"));
        await page.Tab("Settings").HoverAsync();
        await Expect(page.GetByText("Settings", new() { Exact = true }).Last).ToBeVisibleAsync();
        await page.Tab("Settings").ClickAsync();

        await page.Sees("About this space");
    }

    [Fact]
    public async Task A_new_space_is_marked_with_an_emoji_from_the_picker()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, "/spaces?new=group");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name").FillAsync("Orbit");

        await page.Button("Choose an emoji").ClickAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search emoji" }).FillAsync("rocket");
        await page.GetByRole(AriaRole.Gridcell, new() { Name = "rocket", Exact = true }).ClickAsync();
        await Expect(page.Button("Change 🚀")).ToBeVisibleAsync();
        await page.Button("Open the space").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("🚀");
    }

    private static async Task Find(IPage page, string text, string choice)
    {
        var finder = page.GetByRole(AriaRole.Dialog, new() { Name = "Go anywhere" });
        // The one before fades out for a moment; nobody types as fast as this.
        await Expect(finder).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+k");
        await finder.GetByRole(AriaRole.Textbox).FillAsync(text);
        await Expect(finder.GetByText(choice, new() { Exact = true })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
