using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class TwoPeopleTests(Stage stage)
{
    [Fact]
    public async Task Ben_sees_the_card_that_Ada_drags_without_loading_anything()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var ada = await scene.Visit(scene.Ada, scene.Board);
        var ben = await scene.Visit(scene.Ben, scene.Board);
        await Expect(ben.CardIn("To do", "Fix the sign-in page")).ToBeVisibleAsync();

        await ada.CardIn("To do", "Fix the sign-in page").Drag(ada.Column("Doing"));

        await Expect(ada.CardIn("Doing", "Fix the sign-in page")).ToBeVisibleAsync();
        await Expect(ben.CardIn("Doing", "Fix the sign-in page")).ToBeVisibleAsync();
        await Expect(ben.CardIn("To do", "Fix the sign-in page")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Ben_reads_what_Ada_writes_and_Ada_sees_his_thumb()
    {
        await using var scene = await stage.Play();
        var ada = await scene.Visit(scene.Ada, scene.Chat);
        var ben = await scene.Visit(scene.Ben, scene.Chat);
        await Expect(ben.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" })).ToBeVisibleAsync();

        await ada.Write("Write a message", "The **new** page is up.");

        await Expect(ben.Message("The new page is up.")).ToBeVisibleAsync();
        await Expect(ben.Message("The new page is up.").GetByText("new", new() { Exact = true }))
            .ToHaveCSSAsync("font-weight", "700");

        await ben.Message("The new page is up.").HoverAsync();
        await ben.Button("React with 👍").ClickAsync();

        await Expect(ada.Message("The new page is up.").GetByText("👍")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Both_edit_other_fields_of_one_task_and_both_edits_survive()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        var ada = await scene.Visit(scene.Ada, $"{scene.Board}?task={task}");
        var ben = await scene.Visit(scene.Ben, $"{scene.Board}?task={task}");
        await Expect(ben.GetByRole(AriaRole.Textbox, new() { Name = "Title" }))
            .ToHaveValueAsync("Fix the sign-in page");
        await Expect(ada.GetByRole(AriaRole.Textbox, new() { Name = "Title" })).ToBeVisibleAsync();

        // Neither hears of the other before both have written.
        await Task.WhenAll(ada.CutOff(), ben.CutOff());
        await ada.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("Fix the sign-in form");
        await ada.Keyboard.PressAsync("Enter");
        await ben.GetByRole(AriaRole.Button, new() { Name = "Priority: Normal" }).ClickAsync();
        await ben.GetByRole(AriaRole.Option, new() { Name = "Highest" }).ClickAsync();
        await Expect(ada.Drawer("Task Fix the sign-in form").Pending()).ToBeVisibleAsync();
        await Expect(ben.Drawer("Task Fix the sign-in page").Pending()).ToBeVisibleAsync();
        await Task.WhenAll(ada.Reconnect(), ben.Reconnect());

        foreach (var page in new[] { ada, ben })
        {
            await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Title" }))
                .ToHaveValueAsync("Fix the sign-in form");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Priority: Highest" })).ToBeVisibleAsync();
            await page.Drawer("Task Fix the sign-in form").Arrives();
        }
    }

    [Fact]
    public async Task A_space_that_Mei_is_removed_from_disappears_from_her_screen_and_device()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var mei = await scene.Visit(scene.Mei, scene.Board);
        await Expect(mei.Card("Fix the sign-in page")).ToBeVisibleAsync();

        await scene.Ada.Delete($"/api/spaces/{scene.Space}/members/{scene.Mei.Id}").Body();

        await Expect(mei.GetByRole(AriaRole.Link, new() { Name = "Launch" })).ToHaveCountAsync(0);
        await mei.Sees("This space is not here.");
        Assert.Equal(0, await mei.CountOnDevice("tasks"));
    }
}
