using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>How much of a place one hears.</summary>
public sealed class HearingTests(Stage stage)
{
    [Fact]
    public async Task What_is_like_this_comes_no_more_an_ask_comes_and_undo_brings_both_back()
    {
        await using var scene = await stage.Play();
        var topic = await Followed(scene);
        await Say(scene, topic, "Thursday.");
        var ben = await scene.Visit(scene.Ben, "/inbox");
        await Expect(Subject(ben, "Thursday.")).ToBeVisibleAsync();
        // What the topic is called comes with its space, a moment after the inbox.
        await Expect(ben.GetByText("When do we launch? · Launch")).ToBeVisibleAsync();

        await ben.Keyboard.PressAsync("j");
        await ben.Keyboard.PressAsync("l");
        await Expect(Toast(ben, "From now on you hear only what names or asks you in “When do we launch?”."))
            .ToBeVisibleAsync();
        await Expect(ben.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
        await ben.Picture("hearing less toast");
        await ben.Keyboard.PressAsync("Control+z");
        await Expect(Subject(ben, "Thursday.")).ToBeVisibleAsync();

        await Subject(ben, "Thursday.").FocusAsync();
        await ben.Keyboard.PressAsync("l");
        await Expect(ben.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
        await Settled(scene.Ben, "named");
        await Say(scene, topic, "Or Friday.");
        await Say(scene, topic, $"[@Ben](baton:person/{scene.Ben.Id})? Which one?");
        await ben.ReloadAsync();
        await Expect(Subject(ben, "Which one?")).ToBeVisibleAsync();
        await Expect(Subject(ben, "Or Friday.")).ToHaveCountAsync(0);

        await Subject(ben, "Which one?").FocusAsync();
        await ben.Keyboard.PressAsync("l");
        await Expect(ben.GetByText("This is asked of you, and asks always come.")).ToBeVisibleAsync();
        await ben.Check("inbox with a hint");
    }

    [Fact]
    public async Task The_menu_of_an_item_offers_it_to_the_mouse_and_of_an_ask_it_does_not()
    {
        await using var scene = await stage.Play();
        var topic = await Followed(scene);
        await Say(scene, topic, $"Thursday, [@Ben](baton:person/{scene.Ben.Id})");
        await scene.Post(scene.Ada, $"[@Ben](baton:person/{scene.Ben.Id})? Which door?");
        var ben = await scene.Visit(scene.Ben, "/inbox");
        var asks = ben.GetByRole(AriaRole.Region, new() { Name = "Waiting for you" });
        await asks.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await Expect(ben.GetByRole(AriaRole.Menuitem, new() { Name = "Snooze" })).ToBeVisibleAsync();
        await Expect(ben.GetByRole(AriaRole.Menuitem, new() { Name = "Less like this" })).ToHaveCountAsync(0);
        await ben.Keyboard.PressAsync("Escape");

        var known = ben.GetByRole(AriaRole.Region, new() { Name = "To know" });
        await known.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await ben.Picture("less like this menu");
        await ben.GetByRole(AriaRole.Menuitem, new() { Name = "Less like this" }).ClickAsync();

        // It named him, so that less is only what is asked.
        await Expect(Toast(ben, "From now on you hear only what is asked of you in “When do we launch?”."))
            .ToBeVisibleAsync();
        await Expect(known).ToHaveCountAsync(0);
        await Settled(scene.Ben, "asks");
    }

    [Fact]
    public async Task The_head_of_a_topic_has_the_levels_with_what_each_means_for_hands_at_the_keyboard()
    {
        await using var scene = await stage.Play();
        var topic = await Followed(scene);
        foreach (var view in (View[])[View.Desktop, View.PhoneDark])
        {
            var ben = await scene.Visit(scene.Ben, $"{scene.Topics}/{topic}", view);
            await ben.Button("How much you hear").FocusAsync();
            await ben.Keyboard.PressAsync("Enter");
            await Expect(Level(ben, "Everything")).ToBeCheckedAsync();
            await ben.Check($"levels of a topic, {view}");
            await ben.Picture($"levels of a topic {view}");
            await ben.FitsItsWidth();
            await ben.Keyboard.PressAsync("ArrowDown");
            await ben.Keyboard.PressAsync("ArrowDown");
            await Expect(Level(ben, "What names or asks me")).ToBeFocusedAsync();
            await ben.Keyboard.PressAsync("Enter");
            await Expect(ben.Button("How much you hear: Named or asked")).ToBeFocusedAsync();
            await ben.Check($"a topic heard less, {view}");
            await ben.Picture($"a topic heard less {view}");
            // Nobody else sees that he hears less: he follows it as before.
            await Settled(scene.Ben, "named");
            Assert.Contains(scene.Ben.Id.ToString(), (await scene.Ada.Read($"/api/topics/{topic}")).GetRawText());

            await ben.Button("How much you hear: Named or asked").ClickAsync();
            await Level(ben, "Everything").ClickAsync();
            await Expect(ben.Button("Following")).ToBeVisibleAsync();
            await Settled(scene.Ben, level: null);
        }
    }

    [Fact]
    public async Task What_was_chosen_of_a_space_and_a_task_stands_in_the_settings_and_is_taken_back_there()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Answer the press");
        var ben = await scene.Visit(scene.Ben, $"/t/{task}");
        await ben.Button("How much you hear").ClickAsync();
        await Level(ben, "Only what is asked of me").ClickAsync();
        await Expect(ben.GetByText("Only asks")).ToBeVisibleAsync();
        await ben.Picture("a task heard less");

        await ben.GotoAsync($"/s/{scene.Space}/settings");
        await ben.GetByRole(AriaRole.Button, new() { Name = "Its chat: As usual" }).ClickAsync();
        await ben.Picture("levels of a chat");
        await Level(ben, "Everything").ClickAsync();
        await ben.GetByRole(AriaRole.Button, new() { Name = "The whole space: As usual" }).ClickAsync();
        await Level(ben, "What names or asks me").ClickAsync();
        await Expect(ben.Button("The whole space: What names or asks me")).ToBeVisibleAsync();

        foreach (var view in (View[])[View.Phone, View.DesktopDark])
        {
            var settings = await scene.Visit(scene.Ben, "/settings/notifications", view);
            await Expect(settings.GetByRole(AriaRole.Link, new() { Name = "The chat of Launch" })).ToBeVisibleAsync();
            await Expect(settings.GetByRole(AriaRole.Link, new() { Name = "Answer the press" })).ToBeVisibleAsync();
            await settings.FitsItsWidth();
            await settings.Check($"what one hears, {view}");
            await settings.Picture($"what one hears {view}");
        }

        await ben.GotoAsync("/settings/notifications");
        await ben.Button("As usual: All of Launch").FocusAsync();
        await ben.Keyboard.PressAsync("Enter");
        await Expect(ben.GetByRole(AriaRole.Link, new() { Name = "All of Launch" })).ToHaveCountAsync(0);
        await Expect(ben.Locator("#page")).ToBeFocusedAsync();
        await ben.Button("As usual: Answer the press").ClickAsync();
        await ben.Button("As usual: The chat of Launch").ClickAsync();
        await Expect(ben.GetByText("You hear everything as usual.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Why_it_passed_by_is_said_in_words()
    {
        await using var scene = await stage.Play();
        var topic = await Followed(scene);
        await scene.Ben.Put($"/api/topics/{topic}/hearing", new { level = "asks" }).Body();
        await Say(scene, topic, "Thursday it is.");
        await scene.Ben.Patch("/api/me", new { language = "de" }).Body();
        var ben = await scene.Visit(scene.Ben, $"{scene.Topics}/{topic}");
        var message = ben.Message("Thursday it is.");
        await message.FocusAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "Mehr", Exact = true }).FocusAsync();
        await ben.Keyboard.PressAsync("Enter");
        await ben.GetByRole(AriaRole.Menuitem, new() { Name = "Warum wusste ich nichts davon?" }).ClickAsync();

        await Expect(ben.GetByText("hier nur mitzubekommen, worum du gebeten wirst")).ToBeVisibleAsync();
        await ben.Picture("why it passed by");
        await ben.Keyboard.PressAsync("Escape");
        await ben.GetByText("Nur Bitten").ClickAsync();
        await ben.Picture("levels in German");
    }

    private static async Task<Guid> Followed(Scene scene)
    {
        await scene.Ben.Patch("/api/me", new { hours = "Mo-Su 00:00-24:00" }).Body();
        var topic = await scene.OpenTopic("When do we launch?", "Let us settle it here.");
        await scene.Ben.Put($"/api/topics/{topic}/followers/me").Body();
        return topic;
    }

    private static async Task Say(Scene scene, Guid topic, string body) =>
        await scene.Ada.Post($"/api/topics/{topic}/messages", new { id = Guid.CreateVersion7(), body }).Body();

    /// <summary>The server has what was chosen on the page, and nothing else.</summary>
    private static async Task Settled(Cast who, string? level)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (await Chosen(who) != level)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), $"The server does not have {level ?? "nothing"}.");
            await Task.Yield();
        }
    }

    private static async Task<string?> Chosen(Cast who) =>
        (await who.Read("/api/me/hearing")).EnumerateArray().Select(h => h.Text("level")).SingleOrDefault();

    private static ILocator Subject(IPage page, string text) => page.GetByRole(AriaRole.Link, new() { Name = text });

    private static ILocator Toast(IPage page, string text) =>
        page.GetByRole(AriaRole.Alert).Filter(new() { HasText = text });

    private static ILocator Level(IPage page, string name) =>
        page.GetByRole(AriaRole.Menuitemradio, new() { NameRegex = new Regex($"^{name}") });
}
