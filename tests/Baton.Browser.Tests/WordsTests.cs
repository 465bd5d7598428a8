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
        await Expect(message.Pending()).ToHaveCountAsync(0);
        await message.GetByText("WEB-1").ClickAsync();
        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
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
        await Expect(ada.Message("Thursday or Friday?").Pending()).ToHaveCountAsync(0);
        var ben = await scene.Visit(scene.Ben, new Uri(ada.Url).PathAndQuery);
        await ben.Write("Write to this topic", "Thursday.");
        await Expect(ada.Message("Thursday.")).ToBeVisibleAsync();

        await ada.Button("Close topic").ClickAsync();
        await ada.GetByRole(AriaRole.Radio, new() { Name = "Decided" }).CheckAsync();
        await ada.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).ClickAsync();
        await ada.Keyboard.TypeAsync("We launch on Thursday.");
        await ada.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close topic" }).ClickAsync();

        var outcome = ben.GetByRole(AriaRole.Region, new() { Name = "Outcome" });
        await Expect(outcome).ToContainTextAsync("We launch on Thursday.");
        await Expect(ben.GetByText("This topic is closed.")).ToBeVisibleAsync();

        await ada.Button("Reopen").ClickAsync();
        await Expect(outcome).ToHaveCountAsync(0);
        await Expect(ben.GetByRole(AriaRole.Textbox, new() { Name = "Write to this topic" })).ToBeVisibleAsync();
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

        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" })).ToContainTextAsync("Not ready yet");
    }

    [Fact]
    public async Task A_deleted_message_comes_back_by_undo()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        await page.Write("Write a message", "Said too soon.");
        await Expect(page.Message("Said too soon.").Pending()).ToHaveCountAsync(0);

        await page.Message("Said too soon.").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await page.Sees("This message was deleted");
        await page.Button("Undo").ClickAsync();

        await Expect(page.Message("Said too soon.")).ToBeVisibleAsync();
        await Expect(page.GetByText("This message was deleted")).ToHaveCountAsync(0);
    }

    private static async Task Choose(IPage page, string name)
    {
        await Expect(page.GetByRole(AriaRole.Option, new() { NameRegex = new(name.Replace("?", "\\?")) })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(" ");
    }
}
