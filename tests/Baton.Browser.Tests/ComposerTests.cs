using System.Globalization;
using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class ComposerTests(Stage stage)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_place_of_a_visit_has_its_tools_and_its_button(bool onPhone)
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        await scene.OpenTopic("When do we launch?", "Let us settle it here.");
        var page = await scene.Visit(scene.Ben, scene.Chat, onPhone ? View.Phone : View.Desktop);
        await SendByButton(page, "Write a message", "First in the chat.");

        await page.Tab("Topics").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "When do we launch?" }).ClickAsync();
        await SendByButton(page, "Write to this topic", "Then in the topic.");

        await page.GoBackAsync();
        await page.Tab("Board").ClickAsync();
        await page.Card("Fix the sign-in page").GetByRole(AriaRole.Link).ClickAsync();
        await SendByButton(page, "Write a comment", "Then under the task.");
    }

    [Fact]
    public async Task What_is_typed_on_at_once_is_the_next_message()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" });
        await field.ClickAsync();

        var sent = Enumerable.Range(1, 30)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"number {n:00} of thirty")).ToArray();
        foreach (var text in sent)
        {
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Control+Enter");
        }

        await Expect(field).ToHaveTextAsync("");
        await page.Message(sent[^1]).Arrives();
        await Expect(page.Locator("[data-message]").Pending()).ToHaveCountAsync(0);
        var messages = await scene.Ada.Read($"/api/spaces/{scene.Space}/messages");
        Assert.Equal(sent, messages.GetProperty("items")
            .EnumerateArray().Select(one => one.GetProperty("body").GetString()).ToArray());
        await page.ReloadAsync();
        await Expect(field).ToBeVisibleAsync();
        await Expect(field).ToHaveTextAsync("");
    }

    [Fact]
    public async Task A_reply_in_a_thread_is_written_at_once()
    {
        await using var scene = await stage.Play();
        await scene.Post(scene.Ben, "The build is red.");
        var page = await scene.Visit(scene.Ada, scene.Chat);
        await page.Message("The build is red.").HoverAsync();
        await page.Button("Reply in a thread").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write a reply" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("I look at it.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Drawer("Thread").Locator("[data-message]").Filter(new() { HasText = "I look at it." }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task Escape_closes_the_list_of_names_and_the_hands_stay_in_the_text()
    {
        await using var scene = await stage.Play();
        await scene.Post(scene.Ben, "The build is red.");
        var page = await scene.Visit(scene.Ada, scene.Chat);
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" });
        await page.Type("Write a message", "Ask @Be");
        await Expect(page.GetByRole(AriaRole.Option, new() { NameRegex = new("Ben") })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("n or me");
        await Expect(field).ToHaveTextAsync("Ask @Ben or me");

        await page.Keyboard.PressAsync("Escape");
        await Expect(field).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_mark_behind_a_mention_stands_directly_behind_it()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" });
        await page.Type("Write a message", "Thank you, @Be");
        await Expect(page.GetByRole(AriaRole.Option, new() { NameRegex = new("Ben") })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(". And @Me");
        await Expect(page.GetByRole(AriaRole.Option, new() { NameRegex = new("Mei") })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("too");

        await Expect(field).ToHaveTextAsync("Thank you, @Ben. And @Mei too");
    }

    [Fact]
    public async Task The_key_of_a_task_in_a_message_leads_to_the_task()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        await scene.Post(scene.Ben, "Not NONE-1 but WEB-1");
        var page = await scene.Visit(scene.Ada, scene.Chat);

        await page.Message("Not NONE-1")
            .GetByRole(AriaRole.Button, new() { Name = "WEB-1", Exact = true }).ClickAsync();

        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "NONE-1" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Enter_sends_for_those_who_like_it_so()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, "/settings");
        await page.GetByText("Enter", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Enter", Exact = true })).ToBeCheckedAsync();
        await page.GotoAsync(scene.Chat);
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" });

        await page.Type("Write a message", "First line");
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.TypeAsync("second line");
        await page.Keyboard.PressAsync("Enter");
        await page.Message("second line").Arrives();
        await Expect(field).ToHaveTextAsync("");
        await page.Keyboard.TypeAsync("Ask @Be");
        await Expect(page.GetByRole(AriaRole.Option, new() { NameRegex = new("Ben") })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(field).ToContainTextAsync("Ask @Ben");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_change_the_keyboard_goes_on_from_the_message(bool byMenu)
    {
        await using var scene = await stage.Play();
        await scene.Post(scene.Ada, "Said too soon.");
        var page = await scene.Visit(scene.Ada, scene.Chat);
        var message = page.Locator("[data-message]").Last;
        await Do("Edit", "e");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Edit the message" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(" Or not.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Message("Or not.")).ToBeFocusedAsync();

        await Do("Delete", "Delete");
        await page.Sees("This message was deleted");
        await Expect(message).ToBeFocusedAsync();

        await page.Button("Undo").ClickAsync();
        await Expect(page.Message("Or not.")).ToBeFocusedAsync();

        async Task Do(string name, string key)
        {
            if (byMenu)
            {
                await message.HoverAsync();
                await page.Button("More").ClickAsync();
                await page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new($"^{name}") }).ClickAsync();
            }
            else
            {
                await message.FocusAsync();
                await page.Keyboard.PressAsync(key);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_button_of_a_comment_stays_in_sight_while_it_grows(bool onPhone)
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ben, $"{scene.Board}?task={task}", onPhone ? View.Phone : View.Desktop);
        await page.Type("Write a comment", "One");
        for (var line = 0; line < 14; line++)
        {
            await page.Keyboard.PressAsync("Shift+Enter");
            await page.Keyboard.TypeAsync("and another");
        }

        await Expect(page.Button("Send")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    private static async Task SendByButton(IPage page, string field, string text)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = field, Exact = true }).ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await Expect(page.Button("Bold")).ToHaveCountAsync(1);
        await page.Button("Send").ClickAsync();
        await page.Message(text).Arrives();
    }
}
