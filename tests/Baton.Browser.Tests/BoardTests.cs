using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class BoardTests(Stage stage)
{
    [Fact]
    public async Task Tasks_that_are_added_quickly_stand_as_they_were_written()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Board);
        await Expect(page.Column("To do")).ToBeVisibleAsync();
        string[] titles =
            ["Book the room", "Answer the press", "Print the flyers", "Tell the team", "Call the printer"];

        await page.Keyboard.PressAsync("n");
        foreach (var title in titles)
        {
            await page.Keyboard.TypeAsync(title);
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(page.Column("To do").Locator("[data-card]")).ToContainTextAsync(titles);
        await page.Card(titles[^1]).Arrives();
        var tasks = await scene.Ada.Read($"/api/spaces/{scene.Space}/snapshot");
        Assert.Equal(titles, tasks.GetProperty("tasks").EnumerateArray()
            .OrderBy(task => task.GetProperty("orderKey").GetString(), StringComparer.Ordinal)
            .Select(task => task.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task A_deleted_task_comes_back_by_undo()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ada, scene.Board);
        await page.Card("Fix the sign-in page").GetByRole(AriaRole.Link).FocusAsync();

        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Card("Fix the sign-in page")).ToHaveCountAsync(0);
        await page.Button("Undo").ClickAsync();

        await page.CardIn("To do", "Fix the sign-in page").Arrives();
    }

    [Fact]
    public async Task Cards_are_dragged_into_an_order_that_everybody_sees()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("First");
        await scene.AddTask("Second");
        await scene.AddTask("Third");
        var ada = await scene.Visit(scene.Ada, scene.Board);
        var ben = await scene.Visit(scene.Ben, scene.Board);
        await Expect(ben.Card("Third")).ToBeVisibleAsync();

        await ada.Card("Third").Drag(ada.Card("First"), 60, 4);

        foreach (var page in new[] { ada, ben })
        {
            await Expect(page.Column("To do").Locator("[data-card] a")).ToHaveTextAsync(["Third", "First", "Second"]);
        }
    }

    [Fact]
    public async Task The_filter_stands_in_the_address_and_says_when_nothing_passes()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        await scene.AddTask("Answer the press");
        var page = await scene.Visit(scene.Ada, scene.Board);
        await Expect(page.Card("Fix the sign-in page")).ToBeVisibleAsync();

        await page.GetByLabel("Filter by words").FillAsync("press");
        await Expect(page.Card("Fix the sign-in page")).ToHaveCountAsync(0);
        await Expect(page.Card("Answer the press")).ToBeVisibleAsync();
        // What is typed comes into the address a moment after the last key.
        await Expect(page).ToHaveURLAsync(new Regex("[?&]text=press$"));
        await page.ReloadAsync();
        await Expect(page.Card("Answer the press")).ToBeVisibleAsync();
        await Expect(page.Card("Fix the sign-in page")).ToHaveCountAsync(0);

        await page.GetByLabel("Filter by words").FillAsync("nothing like it");
        await page.Sees("No task passes this filter.");
        await page.Button("Clear filter").Last.ClickAsync();
        await Expect(page.Card("Fix the sign-in page")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_guest_sees_no_control_that_would_be_refused_and_works_on_what_is_theirs()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var own = await scene.AddTask("Draw the icon");
        await scene.Ada.Put($"/api/tasks/{own}/assignees/{scene.Gus.Id}", new { state = "none" }).Body();
        var page = await scene.Visit(scene.Gus, scene.Board);
        await Expect(page.Card("Draw the icon")).ToBeVisibleAsync();

        await Expect(page.Button("New task")).ToHaveCountAsync(0);
        await Expect(page.Button("Add task")).ToHaveCountAsync(0);
        await Expect(page.Button("Add list")).ToHaveCountAsync(0);
        await Expect(page.Button("Menu of the list To do")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("n");
        await Expect(page.GetByLabel("New task in To do")).ToHaveCountAsync(0);

        await page.Card("Fix the sign-in page").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write a comment" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Title" })).ToHaveCountAsync(0);
        await Expect(page.Button("Priority: Normal")).ToHaveCountAsync(0);
        await page.Write("Write a comment", "May I help?");
        await page.Message("May I help?").Arrives();
        await page.Button("Close").ClickAsync();
        await Expect(page.Card("Fix the sign-in page").GetByRole(AriaRole.Link)).ToBeFocusedAsync();

        await page.Card("Draw the icon").GetByRole(AriaRole.Link).FocusAsync();
        await page.Keyboard.PressAsync("Control+Shift+ArrowRight");
        await page.CardIn("Doing", "Draw the icon").Arrives();
        await Expect(page.Button("Not taken")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_hands_stay_on_the_board_whatever_goes_and_comes_back()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("First");
        await scene.AddTask("Second");
        var page = await scene.Visit(scene.Ada, scene.Board);
        var column = page.Column("To do");
        await page.Card("First").GetByRole(AriaRole.Link).FocusAsync();

        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Card("Second").GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(column.GetByRole(AriaRole.Button, new() { Name = "Add task", Exact = true })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "“Second” is archived" })
            .GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Card("Second").GetByRole(AriaRole.Link)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync(".");
        await page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new("^Delete") }).ClickAsync();
        await Expect(column.GetByRole(AriaRole.Button, new() { Name = "Add task", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Third");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Card("Third")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Card("Third").GetByRole(AriaRole.Link)).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(1024)]
    public async Task Opening_a_task_moves_nothing_on_the_board(int width)
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page, which on small screens hides its own button");
        await scene.Ada.Post($"/api/spaces/{scene.Space}/lists",
            new { id = Guid.CreateVersion7(), name = "Review", orderKey = "a9" }).Body();
        var page = await scene.Visit(scene.Ada, scene.Board, new View(width, 800, Dark: false));
        await Expect(page.Card("Fix the sign-in page")).ToBeVisibleAsync();
        var before = await page.Card("Fix the sign-in page").Place();

        if (width == 1440)
        {
            var add = await page.Button("Add list").Place();
            Assert.True(add.X + add.Width <= width, $"The way to a fifth list ends at {add.X + add.Width}.");
        }

        await page.Card("Fix the sign-in page").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Drawer("Task Fix the sign-in page, which on small screens hides its own button"))
            .ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write a comment" })).ToBeVisibleAsync();
        await page.Picture($"board beside a task, {width}");
        Assert.Equal(before, await page.Card("Fix the sign-in page").Place());
        await page.Tab("Board").HoverAsync();
        await page.Mouse.WheelAsync(0, 600);
        await Expect(page.Tab("Settings")).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Launch" })).ToBeVisibleAsync();

        await page.Button("Filter").ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Filter" })
            .GetByRole(AriaRole.Button, new() { Name = "Assigned to", Exact = true }).ClickAsync();
        await page.Option("Nobody").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Button("Filter: 1")).ToBeVisibleAsync();
        await Expect(page.Card("Fix the sign-in page")).ToBeVisibleAsync();
    }
}
