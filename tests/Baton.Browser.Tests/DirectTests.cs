using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class DirectTests(Stage stage)
{
    [Fact]
    public async Task One_writes_to_several_people_and_finds_the_same_place_again()
    {
        await using var scene = await stage.Play();
        var ada = await scene.Visit(scene.Ada, scene.Board);
        var ben = await scene.Visit(scene.Ben, scene.Board);
        await ada.GetByRole(AriaRole.Link, new() { Name = "New message" }).ClickAsync();

        await Choose(ada, "Ben", scene.Ben.Id);
        await Choose(ada, "Mei", scene.Mei.Id);
        await ada.Picture("new message to two");
        await ada.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { Name = "Write", Exact = true }).ClickAsync();
        await ada.Write("Write a message", "Shall we meet at noon?");

        await ben.GetByRole(AriaRole.Region, new() { Name = "Direct" })
            .GetByRole(AriaRole.Link, new() { Name = "Mei" }).ClickAsync();
        // Before that, the tabs are those of the place where he was.
        await Expect(ben.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Ada");
        await ben.Tab("Chat").ClickAsync();
        await Expect(ben.Message("Shall we meet at noon?")).ToBeVisibleAsync();
        var space = ada.Url;

        await ada.GotoAsync(scene.Board);
        await ada.Column("To do").WaitForAsync();
        await ada.Keyboard.PressAsync("Control+k");
        await Expect(ada.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await ada.Keyboard.TypeAsync("new mess");
        await ada.GetByRole(AriaRole.Dialog).GetByText("New message").ClickAsync();
        await Choose(ada, "Mei", scene.Mei.Id);
        await Choose(ada, "Ben", scene.Ben.Id);
        await ada.Keyboard.PressAsync("Enter");

        await Expect(ada).ToHaveURLAsync(space);
        await Expect(ada.Message("Shall we meet at noon?")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Those_whom_one_works_with_are_offered_before_namesakes()
    {
        // With a Ben of their own.
        await using var others = await stage.Play();
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, "/tasks?new=direct");
        var answer = page.WaitForResponseAsync(
            response => response.Url.Contains("/api/people?text=ben", StringComparison.OrdinalIgnoreCase));

        await page.GetByRole(AriaRole.Combobox, new() { Name = "To" }).FillAsync("ben");
        await answer;

        await Expect(page.GetByRole(AriaRole.Option).Nth(1)).ToContainTextAsync("Ben");
        await Expect(page.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("value", scene.Ben.Id.ToString());
    }

    [Fact]
    public async Task The_narrow_sidebar_leads_there_too_and_a_guest_is_led_nowhere()
    {
        await using var scene = await stage.Play();
        var ada = await scene.Visit(scene.Ada, scene.Board);
        await ada.Button("Narrow the sidebar").ClickAsync();
        await ada.Picture("narrow sidebar");
        await ada.GetByRole(AriaRole.Link, new() { Name = "New message" }).ClickAsync();
        await Expect(ada.GetByRole(AriaRole.Dialog, new() { Name = "New message" })).ToBeVisibleAsync();
        await ada.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(ada.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(ada.Column("To do")).ToBeVisibleAsync();

        var gus = await scene.Visit(scene.Gus, scene.Board);
        await Expect(gus.Column("To do")).ToBeVisibleAsync();
        await Expect(gus.GetByRole(AriaRole.Link, new() { Name = "New message" })).ToHaveCountAsync(0);
    }

    // Other scenes have people of the same names.
    private static async Task Choose(IPage page, string name, Guid id)
    {
        await page.GetByRole(AriaRole.Dialog).GetByLabel("To").First.FillAsync(name);
        await page.Locator($"[role=option][value='{id}']").ClickAsync();
    }
}
