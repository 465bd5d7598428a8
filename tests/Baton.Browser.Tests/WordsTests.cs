using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class WordsTests(Stage stage)
{
    [Fact]
    public async Task People_tasks_and_topics_are_mentioned_as_one_types()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        await scene.OpenTopic("When do we launch?", "Let us settle it here.");
        var page = await scene.Visit(scene.Ada, scene.Chat);

        await page.Type("Write a message", "Hi @Be");
        await Choose(page, "Ben");
        await page.Keyboard.TypeAsync("see #Fix");
        await Choose(page, "Fix the sign-in page");
        await page.Keyboard.TypeAsync("and #When");
        await Choose(page, "When do we launch?");
        await page.Keyboard.PressAsync("Control+Enter");

        var message = page.Message("Hi");
        await Expect(message.GetByText("@Ben")).ToBeVisibleAsync();
        await message.Arrives();
        await message.GetByText("WEB-1").ClickAsync();
        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Drawer("Task Fix the sign-in page")).ToHaveCountAsync(0);
        await message.GetByText("When do we launch?").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "When do we launch?" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_topic_is_opened_answered_closed_with_a_decision_and_reopened()
    {
        await using var scene = await stage.Play();
        var ada = await scene.Visit(scene.Ada, scene.Topics);
        await ada.Button("New topic").First.ClickAsync();
        await ada.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("When do we launch?");
        await ada.Type("Opening post", "Thursday or Friday?");
        await ada.Button("Open the topic").ClickAsync();
        await Expect(ada.GetByRole(AriaRole.Heading, new() { Name = "When do we launch?" })).ToBeVisibleAsync();
        await ada.Message("Thursday or Friday?").Arrives();
        var ben = await scene.Visit(scene.Ben, new Uri(ada.Url).PathAndQuery);
        await ben.Write("Write to this topic", "Thursday.");
        await Expect(ada.Message("Thursday.")).ToBeVisibleAsync();

        await ada.Button("Close topic").ClickAsync();
        await ada.GetByRole(AriaRole.Radio, new() { Name = "Decided" }).CheckAsync();
        await ada.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close topic" }).ClickAsync();
        await ada.Sees("Say in a sentence what came out of it.");
        await ada.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).ClickAsync();
        await ada.Keyboard.TypeAsync("We launch on Thursday.");
        await ada.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close topic" }).ClickAsync();

        var outcome = ben.GetByRole(AriaRole.Region, new() { Name = "Outcome", Exact = true });
        await Expect(outcome).ToContainTextAsync("We launch on Thursday.");
        await Expect(ben.GetByText("This topic is closed.")).ToBeVisibleAsync();

        await ada.Button("Reopen").ClickAsync();
        await Expect(outcome).ToHaveCountAsync(0);
        await Expect(ben.GetByRole(AriaRole.Region, new() { Name = "Earlier outcome" }))
            .ToContainTextAsync("We launch on Thursday.");
        await Expect(ben.GetByRole(AriaRole.Textbox, new() { Name = "Write to this topic" })).ToBeVisibleAsync();

        await ada.Button("Close topic").ClickAsync();
        await Expect(ada.GetByRole(AriaRole.Radio, new() { Name = "Decided" })).ToBeCheckedAsync();
        await Expect(ada.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox))
            .ToContainTextAsync("We launch on Thursday.");
    }

    [Fact]
    public async Task A_topic_goes_on_as_a_task_that_is_made_on_the_way()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var topic = await scene.OpenTopic("When do we launch?", "Let us settle it here.");
        var page = await scene.Visit(scene.Ada, $"{scene.Topics}/{topic}");
        await page.Button("Close topic").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Became tasks" }).CheckAsync();
        var tasks = page.GetByRole(AriaRole.Dialog).Locator("input[aria-haspopup=listbox]");
        await tasks.FillAsync("Fix");
        await page.GetByRole(AriaRole.Option, new() { Name = "WEB-1 Fix the sign-in page" }).ClickAsync();

        await tasks.FillAsync("Write the release notes");
        await page.Picture("close topic with a task to make");
        await page.GetByRole(AriaRole.Option, new() { Name = "Create task “Write the release notes”" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close topic" }).ClickAsync();

        var outcome = page.GetByRole(AriaRole.Region, new() { Name = "Outcome", Exact = true });
        await Expect(outcome.GetByRole(AriaRole.Link, new() { Name = "WEB-1 Fix the sign-in page" }))
            .ToBeVisibleAsync();
        await outcome.GetByRole(AriaRole.Link, new() { Name = "Write the release notes" }).ClickAsync();
        await Expect(page.Drawer("Task Write the release notes")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Back_leads_from_a_new_topic_to_the_list_as_it_was_filtered()
    {
        await using var scene = await stage.Play();
        await scene.OpenTopic("When do we launch?", "Let us settle it here.");
        await scene.OpenTopic("Which colour?", "Teal or green?");
        var page = await scene.Visit(scene.Ada, scene.Topics);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "When do we launch?" })).ToBeVisibleAsync();
        await page.GetByText("All", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Filter by title").FillAsync("colour");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "When do we launch?" })).ToHaveCountAsync(0);
        await page.Button("New topic").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Title" })).ToBeFocusedAsync();

        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Which colour?" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Which colour?" })).ToBeVisibleAsync();
        await page.GoBackAsync();

        await Expect(page.GetByLabel("Filter by title")).ToHaveValueAsync("colour");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "All" })).ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "When do we launch?" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_draft_waits_where_it_was_written()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        await page.Type("Write a message", "Not ready yet");
        await Expect(page.Button("Send")).ToBeEnabledAsync();

        await page.Tab("Board").ClickAsync();
        await Expect(page.Column("To do")).ToBeVisibleAsync();
        await page.Tab("Chat").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" }))
            .ToContainTextAsync("Not ready yet");
    }

    [Fact]
    public async Task A_deleted_message_comes_back_by_undo()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        await page.Write("Write a message", "Said too soon.");
        await page.Message("Said too soon.").Arrives();

        await page.Message("Said too soon.").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await page.Sees("This message was deleted");
        await page.Button("Undo").ClickAsync();

        await page.Message("Said too soon.").Arrives();
        await Expect(page.GetByText("This message was deleted")).ToHaveCountAsync(0);
    }

    private static async Task Choose(IPage page, string name)
    {
        var option = page.GetByRole(AriaRole.Option, new() { NameRegex = new(name.Replace("?", "\\?")) });
        await Expect(option).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        // On a busy machine Enter waits for names that are still looked for.
        await Expect(option).ToHaveCountAsync(0);
        await page.Keyboard.TypeAsync(" ");
    }
}
