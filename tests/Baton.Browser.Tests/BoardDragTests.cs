using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>Lists and cards carried by mouse and by finger; what is seen is what the server keeps.</summary>
public sealed class BoardDragTests(Stage stage)
{
    private static readonly View Tablet = new(1100, 800, Dark: false);

    [Fact]
    public async Task A_list_is_dragged_by_the_mouse()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Board);
        var ben = await scene.Visit(scene.Ben, scene.Board);

        await Head(page, "Done").Drag(Head(page, "To do"), 2, 8);

        await Expect(Heads(page)).ToHaveTextAsync(["Done", "To do", "Doing"]);
        await Expect(Heads(ben)).ToHaveTextAsync(["Done", "To do", "Doing"]);
    }

    [Fact]
    public async Task A_list_is_carried_by_a_finger()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Board, Tablet, touch: true);
        await Expect(page.Column("Done")).ToBeVisibleAsync();

        var finger = await Finger.On(page);
        await finger.Carry(page.Column("Done"), Head(page, "Done"), page.Column("To do"), 0.1f, 0.1f);

        await Expect(Heads(page)).ToHaveTextAsync(["Done", "To do", "Doing"]);
    }

    [Fact]
    public async Task A_card_is_carried_to_another_list_by_a_finger()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("First");
        await scene.AddTask("Second", "Doing");
        var page = await scene.Visit(scene.Ada, scene.Board, Tablet, touch: true);
        await Expect(page.Card("Second")).ToBeVisibleAsync();

        var finger = await Finger.On(page);
        await finger.Carry(page.Card("First"), page.Card("First")
            .GetByRole(AriaRole.Link), page.Card("Second"), 0.5f, 0.9f);

        await Expect(page.Column("Doing").Locator("[data-card] a")).ToHaveTextAsync(["Second", "First"]);
        await page.CardIn("Doing", "First").Arrives();
        await Expect(page).ToHaveURLAsync(new Regex("/board$"));
    }

    private static ILocator Head(IPage page, string list) =>
        page.GetByRole(AriaRole.Heading, new() { Name = list, Exact = true });

    private static ILocator Heads(IPage page) => page.Locator("[data-list] h2");
}
