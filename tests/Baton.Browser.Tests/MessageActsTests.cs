using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class MessageActsTests(Stage stage)
{
    [Fact]
    public async Task A_copied_link_leads_to_the_message()
    {
        await using var scene = await stage.Play();
        var id = await scene.Post(scene.Ben, "The build is red.");
        var page = await scene.Visit(scene.Ada, scene.Chat);
        await page.Message("The build is red.").HoverAsync();
        await page.Button("More").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new("^Copy link") }).ClickAsync();
        await page.Sees("Link copied");

        var link = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.EndsWith($"/m/{id}", link, StringComparison.Ordinal);
        await page.GotoAsync(link);
        await Expect(page.Message("The build is red.")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_quote_is_taken_by_its_button_and_stands_above_the_answer()
    {
        await using var scene = await stage.Play();
        await scene.Post(scene.Ben, "The build is red.");
        var page = await scene.Visit(scene.Ada, scene.Chat);
        await page.Message("The build is red.").HoverAsync();
        await page.Button("Quote").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Not any more.");
        await page.Keyboard.PressAsync("Control+Enter");

        var answer = page.Message("Not any more.");
        await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Ben The build is red." })).ToBeVisibleAsync();
        await answer.Arrives();
        await Expect(page.Button("Take the quote off")).ToHaveCountAsync(0);
        await answer.GetByRole(AriaRole.Button, new() { Name = "Ben The build is red." }).ClickAsync();
        await Expect(page.Locator("[data-landed]")).ToContainTextAsync("The build is red.");
    }

    [Fact]
    public async Task What_a_message_said_before_can_be_read()
    {
        await using var scene = await stage.Play();
        var id = await scene.Post(scene.Ada, "The build is green.");
        await scene.Ada.Patch($"/api/messages/{id}", new { body = "The build is red." }).Body();
        var page = await scene.Visit(scene.Ben, scene.Chat);
        await page.Message("The build is red.").GetByRole(AriaRole.Button, new() { Name = "edited" }).ClickAsync();

        var history = page.GetByRole(AriaRole.Dialog, new() { Name = "What it said before" });
        await Expect(history).ToContainTextAsync("The build is green.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(history).ToHaveCountAsync(0);
        await Expect(page.Message("The build is red.").GetByRole(AriaRole.Button, new() { Name = "edited" }))
            .ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_reaction_is_given_and_taken_back_by_keyboard()
    {
        await using var scene = await stage.Play();
        await scene.Post(scene.Ben, "The build is green.");
        var page = await scene.Visit(scene.Ada, scene.Chat);
        var message = page.Message("The build is green.");
        await message.FocusAsync();
        await page.Keyboard.PressAsync("+");
        await Expect(page.GetByLabel("Search emoji")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("party popper");
        await Expect(page.GetByRole(AriaRole.Gridcell)).ToHaveTextAsync(["🎉"]);
        await page.Keyboard.PressAsync("Enter");

        var reaction = message.GetByRole(AriaRole.Button, new() { NameRegex = new("^🎉 1 by") });
        await Expect(reaction).ToBeVisibleAsync();
        await reaction.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(reaction).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/m/")]
    [InlineData("/t/")]
    public async Task What_is_not_there_is_asked_for_once(string path)
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" })).ToBeVisibleAsync();
        var missing = 0;
        page.Response += (_, answer) => missing += answer.Status == 404 ? 1 : 0;

        await page.GotoAsync(path + Guid.CreateVersion7());

        await page.Sees("The link may be old");
        Assert.Equal(1, missing);
    }

    [Fact]
    public async Task Without_a_network_a_line_says_so_and_pushes_nothing_down()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        await page.Write("Write a message", "Good morning");
        await page.Message("Good morning").Arrives();
        var before = await page.GetByRole(AriaRole.Main).Place();

        await page.Context.SetOfflineAsync(true);
        await page.Sees("You are offline.");

        Assert.Equal(before.Y, (await page.GetByRole(AriaRole.Main).Place()).Y);
        await page.Context.SetOfflineAsync(false);
        await page.Sees("Connected again.");
    }

    [Fact]
    public async Task Whoever_deletes_their_account_is_told_so_and_is_called_a_former_member()
    {
        await using var scene = await stage.Play();
        await scene.Post(scene.Ada, $"Ask [@Ben](baton:person/{scene.Ben.Id}) about it.");
        var ada = await scene.Visit(scene.Ada, scene.Chat);
        await Expect(ada.Message("Ask @Ben about it.")).ToBeVisibleAsync();
        var refused = new List<string>();
        var ben = await scene.Visit(scene.Ben, "/settings/security");
        ben.Response += (_, answer) =>
        {
            if (answer.Request.Method == "DELETE" && answer.Status >= 400)
            {
                refused.Add(answer.Url);
            }
        };

        await ben.GetByRole(AriaRole.Button, new() { NameRegex = new("^Delete") }).ClickAsync();
        await ben.GetByRole(AriaRole.Dialog).Locator("input[type=password]").FillAsync(TestApp.Password);
        await ben.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { NameRegex = new("^Delete") }).ClickAsync();

        await ben.Sees("Your account is deleted.");
        Assert.Empty(refused);
        await Expect(ada.Message("Ask @Former member about it.")).ToBeVisibleAsync();
    }
}
