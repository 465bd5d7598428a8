using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>A control that would be refused is not shown.</summary>
public sealed class RightsTests(Stage stage)
{
    [Fact]
    public async Task An_archived_space_offers_nothing_that_it_would_refuse_until_it_is_brought_back()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        var topic = await scene.OpenTopic("When do we launch?", "Thursday or Friday?");
        await scene.Post(scene.Ben, "The build is green again.");
        var ben = await scene.Visit(scene.Ben, scene.Chat);
        await Expect(ben.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" })).ToBeVisibleAsync();

        await scene.Ada.Put($"/api/spaces/{scene.Space}/archival").Body();

        await ben.Sees("This space is archived: it can be read.");
        await Expect(ben.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        await ben.Message("The build is green").HoverAsync();
        await ben.Message("The build is green").GetByRole(AriaRole.Toolbar).WaitForAsync();
        await Expect(ben.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
        await ben.Picture("archived chat");
        await ben.GotoAsync(scene.Topics);
        await ben.Sees("When do we launch?");
        await Expect(ben.Button("New topic")).ToHaveCountAsync(0);
        await ben.GotoAsync($"{scene.Topics}/{topic}");
        await ben.Sees("Thursday or Friday?");
        await Expect(ben.Button("Close topic")).ToHaveCountAsync(0);
        await Expect(ben.Button("Follow")).ToHaveCountAsync(0);
        await ben.Picture("archived topic");

        var ada = await scene.Visit(scene.Ada, $"{scene.Board}?task={task}");
        var line = ada.Drawer("Task Fix the sign-in page").GetByText("This space is archived.", new() { Exact = true });
        await line.WaitForAsync();
        await Expect(ada.GetByRole(AriaRole.Textbox, new() { Name = "Title" })).ToHaveCountAsync(0);
        await ada.Picture("archived task");
        await line.Locator("..").GetByRole(AriaRole.Button).ClickAsync();

        await Expect(ada.GetByRole(AriaRole.Textbox, new() { Name = "Write a comment" })).ToBeVisibleAsync();
        await Expect(ben.Button("Close topic")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_guest_of_the_workspace_is_not_asked_to_write_to_somebody_where_they_cannot()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Gus, $"/p/{scene.Ben.Id}");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ben" })).ToBeVisibleAsync();
        await Expect(page.Button("Write to Ben")).ToHaveCountAsync(0);

        await page.GotoAsync(scene.Board);
        await page.Column("To do").WaitForAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Ben");
        await page.GetByRole(AriaRole.Dialog).GetByText("Ben", new() { Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/p/{scene.Ben.Id}$"));
    }
}
