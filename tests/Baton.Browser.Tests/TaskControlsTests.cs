using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>
/// What is set of a task, of its labels and of its list: each by the control that a hand finds on the screen.
/// </summary>
public sealed class TaskControlsTests(Stage stage)
{
    [Fact]
    public async Task A_label_is_made_renamed_painted_and_archived_where_it_is_picked()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        await scene.AddTask("Answer the press");
        var page = await scene.Visit(scene.Ada, scene.Board);
        await Press(page, "Fix the sign-in page", "l");
        await page.Sees("Type a name to make a label.");
        await page.GetByPlaceholder("Label", new() { Exact = true }).FillAsync("Bug");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Card("Fix the sign-in page").GetByText("Bug")).ToBeVisibleAsync();

        await page.Button("Change labels").ClickAsync();
        await page.Option("Bug").ClickAsync();
        await page.GetByLabel("Name of the label").FillAsync("Defect");
        await page.Keyboard.PressAsync("Enter");
        await page.Option("Defect").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Blue" }).ClickAsync();
        await Expect(page.Card("Fix the sign-in page").Locator("[data-hue=blue]").GetByText("Defect"))
            .ToBeVisibleAsync();
        await page.Button("Archive label").ClickAsync();
        await page.Sees("The label “Defect” is archived");
        await page.EscapeTo(page.Card("Fix the sign-in page").GetByRole(AriaRole.Link));

        await Press(page, "Answer the press", "l");
        await page.Sees("Type a name to make a label.");
        await page.EscapeTo(page.Card("Answer the press").GetByRole(AriaRole.Link));
        await page.Button("Undo").ClickAsync();
        await Press(page, "Answer the press", "l");
        await page.Option("Defect").ClickAsync();
        await Expect(page.Card("Answer the press").GetByText("Defect")).ToBeVisibleAsync();
        await page.Card("Answer the press").Arrives();
    }

    [Fact]
    public async Task A_time_is_written_as_people_do_and_read_in_both_zones()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Call the printer");
        var page = await scene.Visit(scene.Ada, $"{scene.Board}?task={task}");
        await page.AtNoon();
        var due = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Due: ") });

        await due.ClickAsync();
        await page.Button("Tomorrow").ClickAsync();
        await Expect(due).ToContainTextAsync("tomorrow");
        await Expect(page.Button("Tomorrow")).ToHaveCountAsync(0);
        await due.ClickAsync();
        await page.Button("Add a time").ClickAsync();
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("5:30 pm");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Time", new() { Exact = true })).ToHaveValueAsync("17:30");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Time zone: Lisbon") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Lisbon");
        await page.GetByPlaceholder("City or time zone").FillAsync("asia tok");
        await Expect(page.GetByRole(AriaRole.Option)).ToContainTextAsync(["TokyoUTC+9"]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Time zone: Tokyo") }))
            .ToBeVisibleAsync();
        await page.Picture("time in a zone");
        await page.EscapeTo(due);

        await Expect(due).ToContainTextAsync(new Regex("tomorrow 0[89]:30.*17:30 in Tokyo"));
        await due.ClickAsync();
        await page.Button("No date").ClickAsync();
        await Expect(due).ToContainTextAsync("No date");
    }

    [Fact]
    public async Task A_step_gets_somebody_and_a_day_and_becomes_a_task()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Print the flyers");
        await scene.Ada.Post($"/api/tasks/{task}/checklist",
            new { id = Guid.CreateVersion7(), text = "Ask the printer", orderKey = "a0" }).Body();
        var page = await scene.Visit(scene.Ada, $"{scene.Board}?task={task}");
        await page.AtNoon();
        var step = page.Locator("[data-step]");

        await page.Button("Menu of Ask the printer").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Who does it" }).ClickAsync();
        await page.Option("Ben").ClickAsync();
        await Expect(step.GetByRole(AriaRole.Img, new() { Name = "Ben" })).ToBeVisibleAsync();
        await page.Button("Menu of Ask the printer").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "By when" }).ClickAsync();
        await page.Button("Tomorrow").ClickAsync();
        await Expect(step.GetByText("tomorrow")).ToBeVisibleAsync();
        await page.Button("Menu of Ask the printer").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Make it a task" }).ClickAsync();

        await Expect(page.CardIn("To do", "Ask the printer")).ToBeVisibleAsync();
        await Expect(step).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_list_says_when_more_stands_in_it_than_was_agreed_and_takes_its_tasks_along()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("First");
        await scene.AddTask("Second");
        var page = await scene.Visit(scene.Ada, scene.Board);

        await page.Button("Menu of the list To do").ClickAsync();
        await page.GetByLabel("At most so many tasks").FillAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Column("To do").GetByTitle("2 tasks, more than the limit of 1")).ToContainTextAsync("2 / 1");

        await page.Button("Menu of the list To do").ClickAsync();
        await page.Button("Archive list").ClickAsync();
        await page.Sees("The list “To do” is archived, and its 2 tasks with it");
        await Expect(page.Card("First")).ToHaveCountAsync(0);
        await page.Button("Undo").ClickAsync();
        await Expect(page.CardIn("To do", "First")).ToBeVisibleAsync();
        await Expect(page.Column("To do")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task How_far_somebody_is_and_who_watches_is_set_in_the_drawer()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        await scene.Ada.Put($"/api/tasks/{task}/assignees/{scene.Ada.Id}", new { state = "none" }).Body();
        var page = await scene.Visit(scene.Ada, $"{scene.Board}?task={task}");

        await page.Button("Ada: Not begun").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Blocked" }).ClickAsync();
        await Expect(page.Button("Ada: Blocked")).ToBeVisibleAsync();
        await Expect(page.Card("Fix the sign-in page").GetByRole(AriaRole.Img, new() { Name = "Blocked" }))
            .ToBeVisibleAsync();

        var watched = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Watched by: ") });
        await page.Button("Watch").ClickAsync();
        await Expect(watched.GetByRole(AriaRole.Img, new() { Name = "Ada" })).ToBeVisibleAsync();
        await watched.ClickAsync();
        await page.Option("Ben").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(watched.GetByRole(AriaRole.Img, new() { Name = "Ben" })).ToBeVisibleAsync();
        await page.Button("Watching").ClickAsync();
        await Expect(watched.GetByRole(AriaRole.Img, new() { Name = "Ada" })).ToHaveCountAsync(0);
        await Expect(page.Button("Watch")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_copy_stands_below_its_task()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("First");
        await scene.AddTask("Second");
        var page = await scene.Visit(scene.Ada, scene.Board);

        await Press(page, "First", ".");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Duplicate" }).ClickAsync();

        await Expect(page.Column("To do").Locator("[data-card] a")).ToHaveTextAsync(["First", "First", "Second"]);
        await page.Card("First").Last.Arrives();
    }

    [Fact]
    public async Task Sent_to_another_space_it_says_what_becomes_of_labels_and_people_and_undo_brings_them_back()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        var label = Guid.CreateVersion7();
        await scene.Ada.Post($"/api/spaces/{scene.Space}/labels", new { id = label, name = "Bug", colour = "red" })
            .Body();
        await scene.Ada.Put($"/api/tasks/{task}/labels/{label}").Body();
        await scene.Ada.Put($"/api/tasks/{task}/assignees/{scene.Ben.Id}", new { state = "doing" }).Body();
        var there = Guid.CreateVersion7();
        await scene.Ada.Post("/api/spaces", new
        {
            id = there,
            kind = "group",
            name = "Operations",
            key = "OPS",
            personIds = new[] { scene.Mei.Id },
        }).Body();
        var page = await scene.Visit(scene.Ada, scene.Board);

        await Press(page, "Fix the sign-in page", "m");
        await page.GetByPlaceholder("Move to").FillAsync("oper");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveTextAsync(["Operations"]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByPlaceholder("To which list of Operations")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new("Doing.*top") }).ClickAsync();

        await page.Sees(
            "is now in Operations. The label Bug is new there. Ben is not in that space and so is off the task.");
        await Expect(page.Card("Fix the sign-in page")).ToHaveCountAsync(0);
        await page.Picture("sent");
        await page.Button("Undo").ClickAsync();
        var card = page.CardIn("To do", "Fix the sign-in page");
        await Expect(card.GetByText("Bug")).ToBeVisibleAsync();
        await Expect(card.GetByRole(AriaRole.Img, new() { Name = "Ben" })).ToBeVisibleAsync();
        await card.Arrives();
        await Expect(card.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Undo_on_my_tasks_leads_back_to_the_row()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        await scene.Ada.Put($"/api/tasks/{task}/assignees/{scene.Ada.Id}", new { state = "none" }).Body();
        var page = await scene.Visit(scene.Ada, "/tasks");
        var row = page.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link, new() { Name = "Fix the sign-in page" });
        await row.ClickAsync();
        await page.Button("Menu of Fix the sign-in page").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);

        await page.Button("Undo").ClickAsync();

        await Expect(row).ToBeFocusedAsync();
    }

    private static async Task Press(IPage page, string card, string key)
    {
        await page.Card(card).GetByRole(AriaRole.Link).FocusAsync();
        await page.Keyboard.PressAsync(key);
    }
}
