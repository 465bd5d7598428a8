using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class InboxTests(Stage stage)
{
    [Fact]
    public async Task What_is_asked_waits_for_whom_it_asks_and_what_they_say_is_seen_below_it()
    {
        await using var scene = await stage.Play();
        await AlwaysAtWork(scene.Ben);
        var ada = await scene.Visit(scene.Ada, scene.Chat);
        await Name(ada, "Do you have the key, ", "Ben");
        await ada.Keyboard.TypeAsync("? ");
        await Expect(ada.GetByText("Asks Ben by ")).ToBeVisibleAsync();
        await ada.Keyboard.PressAsync("Control+Enter");
        var below = ada.Message("Do you have the key").GetByRole(AriaRole.List, new() { Name = "What this asks" });
        await Expect(below).ToContainTextAsync("Asks Ben: answer by ");

        var ben = await scene.Visit(scene.Ben, "/inbox");
        await Expect(ben.GetByText("Ada asks you")).ToBeVisibleAsync();
        await Expect(ben.GetByText("You, because you were named.")).ToBeVisibleAsync();
        await ben.Keyboard.PressAsync("j");
        await Expect(Subject(ben, "Do you have the key")).ToBeFocusedAsync();
        await ben.Keyboard.PressAsync("t");
        await ben.GetByRole(AriaRole.Menuitem, new() { Name = "Without a date" }).ClickAsync();
        await Expect(ben.GetByText("You said you will do it")).ToBeVisibleAsync();
        await Expect(below).ToContainTextAsync("taken");

        await Subject(ben, "Do you have the key").FocusAsync();
        await ben.Keyboard.PressAsync("e");
        await Expect(ben.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
        await Expect(below).ToContainTextAsync("answered");
        await ben.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Answered." })
            .GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(ben.GetByText("You said you will do it")).ToBeVisibleAsync();
        await Expect(below).Not.ToContainTextAsync("answered");
    }

    [Fact]
    public async Task While_one_is_off_the_inbox_is_sealed_until_one_opens_it_oneself()
    {
        await using var scene = await stage.Play();
        await NeverAtWorkNow(scene.Mei);
        await scene.Post(scene.Ada, $"[@Mei](baton:person/{scene.Mei.Id})? Which door do we take?");
        var mei = await scene.Visit(scene.Mei, "/inbox");

        await Expect(mei.GetByText("One waits until ")).ToBeVisibleAsync();
        await Expect(Subject(mei, "Which door")).ToHaveCountAsync(0);
        await mei.GetByRole(AriaRole.Button, new() { Name = "Open anyway, only you know" }).ClickAsync();
        await Expect(Subject(mei, "Which door")).ToBeVisibleAsync();

        await mei.ReloadAsync();
        await Expect(mei.GetByText("One waits until ")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_one_is_to_know_lies_together_and_is_let_go_at_once()
    {
        await using var scene = await stage.Play();
        await AlwaysAtWork(scene.Ada);
        var topic = await scene.OpenTopic("When do we launch?", "Let us settle it here.");
        foreach (var body in new[] { "Thursday.", "Or Friday." })
        {
            await scene.Ben.Post($"/api/topics/{topic}/messages", new { id = Guid.CreateVersion7(), body }).Body();
        }

        var ada = await scene.Visit(scene.Ada, "/inbox");
        await Expect(ada.GetByRole(AriaRole.Button, new() { Name = "When do we launch? 2 messages" }))
            .ToBeVisibleAsync();
        await ada.Button("Let all 2 go").ClickAsync();

        await Expect(ada.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
        await ada.ReloadAsync();
        await Expect(ada.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_sheet_says_what_for_and_the_sender_sees_whom_they_wait_on()
    {
        await using var scene = await stage.Play();
        await AlwaysAtWork(scene.Mei);
        var ada = await scene.Visit(scene.Ada, scene.Chat);
        var field = ada.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" });
        await ada.Type("Write a message", "Teal or green? @@");
        await ada.GetByLabel("What for: Mei").SelectOptionAsync("decide");
        await Expect(ada.GetByText(new Regex("working (hour|minute)s? between"))).ToBeVisibleAsync();
        await ada.GetByLabel("If nobody answers").FillAsync("Teal it is");
        await ada.Button("Done").ClickAsync();
        await Expect(field).ToHaveTextAsync("Teal or green?");
        await Expect(ada.GetByText("Asks Mei by ")).ToBeVisibleAsync();
        await ada.Button("Send").ClickAsync();
        await Expect(ada.Message("Teal or green?")).ToContainTextAsync("Asks Mei: decide by ");

        await ada.GotoAsync("/waiting-on");
        await Expect(ada.GetByRole(AriaRole.Region, new() { Name = "Teal or green?" })).ToContainTextAsync("Mei");

        var mei = await scene.Visit(scene.Mei, "/inbox", View.Phone);
        await Expect(mei.GetByText("Ada asks you to decide")).ToBeVisibleAsync();
        await Expect(mei.GetByText("If nobody answers: Teal it is")).ToBeVisibleAsync();
        await mei.FitsItsWidth();
    }

    [Fact]
    public async Task What_is_mine_is_handed_on_right_below_the_message()
    {
        await using var scene = await stage.Play();
        await scene.Post(scene.Ada, $"[@Ben](baton:person/{scene.Ben.Id})? Which door do we take?");
        var ben = await scene.Visit(scene.Ben, scene.Chat);
        var asks = ben.Message("Which door do we take?").GetByRole(AriaRole.List, new() { Name = "What this asks" });

        await asks.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await ben.GetByRole(AriaRole.Menuitem, new() { Name = "Hand it on" }).ClickAsync();
        await ben.Option("Mei").ClickAsync();

        await Expect(asks).ToContainTextAsync("handed on to Mei");
        await Expect(asks).ToContainTextAsync("Asks Mei");
    }

    [Fact]
    public async Task The_inbox_is_worked_with_the_keyboard_alone()
    {
        await using var scene = await stage.Play();
        await AlwaysAtWork(scene.Ben);
        foreach (var text in new[] { "First of all", "And then" })
        {
            await scene.Post(scene.Ada, $"[@Ben](baton:person/{scene.Ben.Id})? {text}");
        }

        var ben = await scene.Visit(scene.Ben, "/inbox");
        await Expect(Subject(ben, "And then")).ToBeVisibleAsync();
        await ben.Keyboard.PressAsync("j");
        await Expect(Subject(ben, "First of all")).ToBeFocusedAsync();
        await ben.Keyboard.PressAsync("j");
        await Expect(Subject(ben, "And then")).ToBeFocusedAsync();
        await ben.Keyboard.PressAsync("k");
        await ben.Keyboard.PressAsync("s");
        await Expect(ben.GetByRole(AriaRole.Menuitem, new() { Name = "In two hours" })).ToBeFocusedAsync();
        await ben.Keyboard.PressAsync("Enter");
        await Expect(ben.Button("One snoozed")).ToBeVisibleAsync();
        await Expect(Subject(ben, "First of all")).ToHaveCountAsync(0);

        await Expect(Subject(ben, "And then")).ToBeFocusedAsync();
        await ben.Keyboard.PressAsync("d");
        await Expect(ben.GetByLabel("Hand it on to").First).ToBeFocusedAsync();
        await ben.Keyboard.TypeAsync("mei");
        // It stands there before it is the one that Enter takes.
        await Expect(ben.Option("Mei")).ToHaveAttributeAsync("data-combobox-selected", "true");
        await ben.Keyboard.PressAsync("Enter");
        await Expect(Subject(ben, "And then")).ToHaveCountAsync(0);
        await Expect(ben.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Handed on to Mei." })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_left_is_said_in_working_time_and_a_note_goes_along_when_it_is_handed_on()
    {
        await using var scene = await stage.Play();
        await AlwaysAtWork(scene.Ben);
        await scene.Post(scene.Ada, $"[@Ben](baton:person/{scene.Ben.Id})? Which door do we take?");
        var ada = await scene.Visit(scene.Ada, scene.Chat);
        var ben = await scene.Visit(scene.Ben, "/inbox");
        await Expect(ben.GetByText(new Regex("^7 h of your time left$"))).ToBeVisibleAsync();
        await ben.Picture("inbox with time left");

        await ben.Keyboard.PressAsync("j");
        await ben.Keyboard.PressAsync("d");
        await ben.GetByLabel("A note for them").FillAsync("The draft is in the folder");
        await Expect(ben.Option("Mei")).ToBeVisibleAsync();
        await ben.Picture("handing on");
        await ben.Check("handing on with a note");
        await ben.Option("Mei").ClickAsync();

        await Expect(Subject(ben, "Which door")).ToHaveCountAsync(0);
        await Expect(ada.Message("Which door")).ToContainTextAsync("handed on to Mei: The draft is in the folder");
    }

    [Fact]
    public async Task On_a_wide_screen_what_is_chosen_stands_beside_the_list_with_what_was_said_there()
    {
        await using var scene = await stage.Play();
        await AlwaysAtWork(scene.Ben);
        var topic = await scene.OpenTopic("The venue", "Where do we meet?");
        await scene.Post(scene.Ada, $"[@Ben](baton:person/{scene.Ben.Id})? Which door do we take?");
        await scene.Mei.Post($"/api/topics/{topic}/messages", new
        {
            id = Guid.CreateVersion7(),
            body = $"[@Ben](baton:person/{scene.Ben.Id})? Is the hall free?",
        }).Body();
        foreach (var view in (View[])[View.Desktop, View.DesktopDark])
        {
            var ben = await scene.Visit(scene.Ben, "/inbox", view);
            var preview = ben.GetByRole(AriaRole.Complementary, new() { Name = "Preview" });
            await Expect(preview).ToContainTextAsync("Which door do we take?");

            await ben.Keyboard.PressAsync("j");
            await ben.Keyboard.PressAsync("j");
            await Expect(preview.GetByRole(AriaRole.Heading, new() { Name = "The venue" })).ToBeVisibleAsync();
            await Expect(preview).ToContainTextAsync("Where do we meet?");
            await Expect(preview).ToContainTextAsync("Is the hall free?");
            await ben.Check($"inbox with its preview, {view}");
            await ben.Picture($"preview {view}");
            await ben.Keyboard.PressAsync("Enter");
            await Expect(ben.GetByRole(AriaRole.Heading, new() { Name = "The venue" })).ToBeVisibleAsync();
            await Expect(preview).ToHaveCountAsync(0);
        }

        var phone = await scene.Visit(scene.Ben, "/inbox", View.Phone);
        await Expect(Subject(phone, "Which door")).ToBeVisibleAsync();
        await Expect(phone.GetByRole(AriaRole.Complementary, new() { Name = "Preview" })).ToHaveCountAsync(0);
    }

    private static async Task Name(IPage page, string before, string name)
    {
        await page.Type("Write a message", before);
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Formats" })).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync($"@{name}");
        await Expect(page.Option(name)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static ILocator Subject(IPage page, string text) =>
        page.GetByRole(AriaRole.Link, new() { Name = text });

    private static Task AlwaysAtWork(Cast person) => Works(person, "Mo-Su 00:00-24:00");

    /// <summary>On one day of the week, which is neither near in their zone nor in any other.</summary>
    private static Task NeverAtWorkNow(Cast person)
    {
        var days = new[] { "Su", "Mo", "Tu", "We", "Th", "Fr", "Sa" };
        var day = TimeProvider.System.GetUtcNow().AddDays(3).DayOfWeek;
        return Works(person, $"{days[(int)day]} 09:00-17:00");
    }

    private static async Task Works(Cast person, string hours) =>
        await person.Patch("/api/me", new { hours }).Body();
}
