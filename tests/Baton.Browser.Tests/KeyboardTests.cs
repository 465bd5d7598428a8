using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class KeyboardTests(Stage stage)
{
    [Fact]
    public async Task Ada_signs_in_writes_a_task_moves_opens_and_discusses_it_without_a_mouse()
    {
        await using var scene = await stage.Play();
        var page = await scene.Stranger();
        await page.GotoAsync(scene.Board);
        await Expect(page.GetByLabel("E-mail")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(scene.Ada.Email);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Column("To do")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("Fix the sign-in page");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Tell the team");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.CardIn("To do", "Tell the team")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Card("Tell the team").GetByRole(AriaRole.Link)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("k");
        var card = page.Card("Fix the sign-in page").GetByRole(AriaRole.Link);
        await Expect(card).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Shift+ArrowRight");
        await Expect(page.CardIn("Doing", "Fix the sign-in page")).ToBeVisibleAsync();
        await Expect(card).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeFocusedAsync();
        await page.TabTo("Write a comment");
        await page.Keyboard.TypeAsync("Works in every browser now.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Message("Works in every browser now.")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Drawer("Task Fix the sign-in page")).ToHaveCountAsync(0);
        await Expect(card).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Control_K_leads_to_a_topic()
    {
        await using var scene = await stage.Play();
        await scene.OpenTopic("When do we launch?", "Let us settle it here.");
        var page = await scene.Visit(scene.Ben, scene.Board);
        await Expect(page.Column("To do")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("laun when");
        await Expect(page.GetByRole(AriaRole.Dialog).GetByText("When do we launch?")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "When do we launch?" })).ToBeVisibleAsync();
        await Expect(page.Message("Let us settle it here.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_question_mark_lists_the_keys_and_Escape_gives_the_focus_back()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ben, scene.Board);
        var card = page.Card("Fix the sign-in page").GetByRole(AriaRole.Link);
        await card.FocusAsync();

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(card).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_keyboard_goes_on_where_one_is_when_what_had_the_focus_is_gone()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ada, scene.Board);
        var main = page.GetByRole(AriaRole.Main);
        await Expect(page.Card("Fix the sign-in page")).ToBeVisibleAsync();

        await GoTo(page, "WEB-1");
        await Expect(page.Drawer("Task Fix the sign-in page")).ToBeFocusedAsync();
        await page.EscapeTo(page.Card("Fix the sign-in page").GetByRole(AriaRole.Link));
        await page.Button("Add list").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.EscapeTo(page.Button("Add list"));
        await GoTo(page, "new topic");
        await Expect(page.GetByLabel("Title")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Where do we meet?");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Opening post" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("I would say here.");
        await page.Keyboard.PressAsync("Control+Enter");

        await page.Message("I would say here.").Arrives();
        await Expect(main).ToBeFocusedAsync();
    }

    [Fact]
    public async Task After_a_reaction_from_the_picker_the_keyboard_is_on_the_message_again()
    {
        await using var scene = await stage.Play();
        await scene.Ben.Post($"/api/spaces/{scene.Space}/messages",
            new { id = Guid.CreateVersion7(), body = "The build is green again." }).Body();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        var message = page.Message("The build is green again.");
        await message.FocusAsync();

        await page.Keyboard.PressAsync("+");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search emoji" }).FillAsync("rocket");
        await Expect(page.GetByRole(AriaRole.Gridcell, new() { Name = "rocket", Exact = true })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(message).ToContainTextAsync("🚀");
        await Expect(message).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_key_takes_back_the_last_deed_but_in_a_field_the_last_letter()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        await scene.AddTask("Tell the team");
        var page = await scene.Visit(scene.Ada, scene.Board);
        await page.Card("Fix the sign-in page").GetByRole(AriaRole.Link).FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Card("Fix the sign-in page")).ToHaveCountAsync(0);
        await Expect(page.Button("Undo")).ToBeVisibleAsync();

        await page.GetByPlaceholder("Filter by words").FocusAsync();
        await page.Keyboard.TypeAsync("t");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.GetByPlaceholder("Filter by words")).ToHaveValueAsync("");
        await Expect(page.Button("Undo")).ToBeVisibleAsync();
        await page.Card("Tell the team").GetByRole(AriaRole.Link).FocusAsync();
        await page.Keyboard.PressAsync("Control+z");

        await page.Card("Fix the sign-in page").Arrives();
        await Expect(page.Button("Undo")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task N_begins_a_message_in_the_chat_and_a_topic_among_the_topics()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        await page.Sees("Quick talk of");
        await page.Keyboard.PressAsync("n");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("no news");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Message("no news").Arrives();

        await page.Tab("Topics").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Sees("A topic is one question");
        await page.Keyboard.PressAsync("n");

        await Expect(page.GetByLabel("Title")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_a_button_opened_gives_the_focus_back_or_takes_it_over()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Board);
        var filter = page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button, new() { Name = "Priority" });
        await filter.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Priority" }).Locator("input")).ToBeFocusedAsync();
        await page.EscapeTo(filter);

        await GoTo(page, "people and");
        await page.Sees("Invitations");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await page.Button("Invite").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "They join as" })).ToBeFocusedAsync();
    }

    private static async Task GoTo(IPage page, string text)
    {
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Go anywhere" })
            .GetByRole(AriaRole.Textbox).FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    [Fact]
    public async Task The_first_Tab_offers_to_skip_the_sidebar()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ben, scene.Board);
        await Expect(page.Column("To do")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the page" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }
}
