using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class WhyNotTests(Stage stage)
{
    [Fact]
    public async Task A_message_answers_why_I_did_not_know_of_it_and_leads_to_the_ledger()
    {
        await using var scene = await stage.Play();
        await scene.Post(scene.Ada, "We moved to the second floor.");
        await scene.Post(scene.Ada, $"For [@Mei](baton:person/{scene.Mei.Id}) and Gus");
        var page = await scene.Visit(scene.Ben, scene.Chat);

        await Ask(page, "We moved");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync(new Regex("Ada posted it .* and addressed nobody"));
        await page.Check("why I did not know");
        await page.Picture("why");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();

        await Ask(page, "For @Mei");
        await Expect(dialog).ToContainTextAsync("addressed one other person, not you");
        await dialog.GetByRole(AriaRole.Link, new() { Name = "Your ledger, with every entry" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ledger", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task So_do_a_topic_and_a_task()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Paint the door");
        var topic = await scene.OpenTopic("Which door?", "Left or right?");
        var page = await scene.Visit(scene.Ben, $"{scene.Topics}/{topic}", View.PhoneDark);
        var dialog = page.GetByRole(AriaRole.Dialog);

        await page.Button("What to do with this topic").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Why didn't I know of this?" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("addressed nobody");
        await page.Picture("why on a phone");

        await page.GotoAsync($"{scene.Board}?task={task}");
        await page.Drawer("Task Paint the door").GetByRole(AriaRole.Button, new() { Name = "Menu of Paint the door" })
            .ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Why didn't I know of this?" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("addressed nobody");
    }

    private static async Task Ask(IPage page, string text)
    {
        await page.Message(text).FocusAsync();
        await page.Message(text).GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Why didn't I know of this?" }).ClickAsync();
    }
}
