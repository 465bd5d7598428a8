using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class PendingWriteTests(Stage stage)
{
    [Fact]
    public async Task What_was_written_without_a_network_outlives_a_reload_and_arrives_once()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ada, scene.Board);
        await Expect(page.Card("Fix the sign-in page")).ToBeVisibleAsync();
        await page.Tab("Chat").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" })).ToBeVisibleAsync();
        await page.CutOff();

        await page.Write("Write a message", "I write this in a tunnel.");
        await Expect(page.Message("I write this in a tunnel.").Pending()).ToBeVisibleAsync();
        await page.Tab("Board").ClickAsync();
        await page.Card("Fix the sign-in page").GetByRole(AriaRole.Link).FocusAsync();
        await page.Keyboard.PressAsync("Control+Shift+ArrowRight");
        await Expect(page.CardIn("Doing", "Fix the sign-in page").Pending()).ToBeVisibleAsync();

        await page.ReloadAsync();
        await page.Sees("2 changes wait on this device");
        await Expect(page.CardIn("Doing", "Fix the sign-in page").Pending()).ToBeVisibleAsync();
        await page.Tab("Chat").ClickAsync();
        await Expect(page.Message("I write this in a tunnel.").Pending()).ToBeVisibleAsync();

        await page.Reconnect();
        await Expect(page.Message("I write this in a tunnel.").Pending()).ToHaveCountAsync(0);
        await page.Tab("Board").ClickAsync();
        await page.CardIn("Doing", "Fix the sign-in page").Arrives();

        var messages = await scene.Ada.Read($"/api/spaces/{scene.Space}/messages");
        Assert.Single(messages.GetProperty("items").EnumerateArray());
        var moves = await scene.Ada.Read($"/api/spaces/{scene.Space}/activity?kind=task.moved");
        Assert.Equal(task, Assert.Single(moves.GetProperty("items").EnumerateArray()).GetProperty("itemId").GetGuid());
    }

    [Fact]
    public async Task An_answer_that_got_lost_does_not_send_the_message_twice()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" })).ToBeVisibleAsync();
        var lost = 0;
        await page.RouteAsync("**/api/spaces/*/messages", async route =>
        {
            if (route.Request.Method == "POST" && lost++ == 0)
            {
                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
            }
            else
            {
                await route.ContinueAsync();
            }
        });

        await page.Write("Write a message", "Did this arrive?");

        await Expect(page.Message("Did this arrive?")).ToHaveCountAsync(1);
        await page.Message("Did this arrive?").Arrives();
        var messages = await scene.Ada.Read($"/api/spaces/{scene.Space}/messages");
        Assert.Single(messages.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_refused_message_stays_with_its_reason_and_can_be_edited_and_sent()
    {
        await using var scene = await stage.Play();
        var topic = await scene.OpenTopic("When do we launch?", "Let us settle it here.");
        var page = await scene.Visit(scene.Ben, $"{scene.Topics}/{topic}");
        await Expect(page.Message("Let us settle it here.")).ToBeVisibleAsync();
        await page.CutOff();
        await page.Write("Write to this topic", "On Thursday.");
        await Expect(page.Message("On Thursday.").Pending()).ToBeVisibleAsync();
        await scene.Ada.Put($"/api/topics/{topic}/closure", new { outcome = "nothing" }).Body();
        await page.Reconnect();

        await page.Message("On Thursday.").GetByRole(AriaRole.Button, new() { Name = "Not taken" }).ClickAsync();
        await page.Sees("closed");
        await scene.Ada.Delete($"/api/topics/{topic}/closure").Body();
        await page.Button("Edit").ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Edit the message" }).ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" At noon.");
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Message("On Thursday. At noon.")).ToBeVisibleAsync();
        await Expect(page.Button("Not taken")).ToHaveCountAsync(0);
        await Expect(page.Message("On Thursday. At noon.").Pending()).ToHaveCountAsync(0);
        var posted = await scene.Ada.Read($"/api/topics/{topic}/messages");
        Assert.Equal(2, posted.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_refused_description_shows_its_words_and_is_sent_with_better_ones()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ben, $"{scene.Board}?task={task}");
        await page.Button("Describe what is to be done, and how one knows that it is").ClickAsync();
        await page.CutOff();
        await page.Type("Description", "Only on small screens.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Drawer("Task Fix the sign-in page").Pending()).ToBeVisibleAsync();
        await scene.Ada.Put($"/api/spaces/{scene.Space}/archival").Body();
        await page.Reconnect();

        await page.Drawer("Task Fix the sign-in page")
            .GetByRole(AriaRole.Button, new() { Name = "Not taken" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByText("Only on small screens.")).ToBeVisibleAsync();
        await page.Picture("refused description");
        await scene.Ada.Delete($"/api/spaces/{scene.Space}/archival").Body();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await page.Picture("refused description edited");
        await page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Textbox, new() { Name = "Description" }).FillAsync("Only on phones.");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(page.Button("Not taken")).ToHaveCountAsync(0);
        await Expect(page.Drawer("Task Fix the sign-in page").GetByText("Only on phones.")).ToBeVisibleAsync();
        await Expect(page.Drawer("Task Fix the sign-in page").Pending()).ToHaveCountAsync(0);
        Assert.Equal("Only on phones.",
            (await scene.Ada.Read($"/api/tasks/{task}")).GetProperty("description").GetString());
    }

    [Fact]
    public async Task What_is_not_sent_shows_a_refused_title_and_lets_it_be_edited()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ben, $"{scene.Board}?task={task}");
        var title = page.GetByRole(AriaRole.Textbox, new() { Name = "Title" });
        await title.WaitForAsync();
        await page.CutOff();
        await title.FillAsync("Fix the sign-in page on phones");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Drawer("Task Fix the sign-in page on phones").Pending()).ToBeVisibleAsync();
        await scene.Ada.Put($"/api/spaces/{scene.Space}/archival").Body();
        await page.Reconnect();
        await Expect(page.Button("Not taken").First).ToBeVisibleAsync();

        await page.GotoAsync("/unsent");
        await Expect(page.GetByText("Fix the sign-in page on phones").First).ToBeVisibleAsync();
        await page.Picture("unsent");
        await scene.Ada.Delete($"/api/spaces/{scene.Space}/archival").Body();
        await page.Button("Edit").ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Title" })
            .FillAsync("Fix the sign-in page on small phones");
        await page.Button("Send").ClickAsync();

        await page.Sees("Everything you did has reached the server.");
        Assert.Equal("Fix the sign-in page on small phones",
            (await scene.Ada.Read($"/api/tasks/{task}")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_refused_message_can_be_discarded()
    {
        await using var scene = await stage.Play();
        var topic = await scene.OpenTopic("When do we launch?", "Let us settle it here.");
        var page = await scene.Visit(scene.Ben, $"{scene.Topics}/{topic}");
        await Expect(page.Message("Let us settle it here.")).ToBeVisibleAsync();
        await page.CutOff();
        await page.Write("Write to this topic", "On Thursday.");
        await Expect(page.Message("On Thursday.").Pending()).ToBeVisibleAsync();
        await scene.Ada.Put($"/api/topics/{topic}/closure", new { outcome = "nothing" }).Body();
        await page.Reconnect();

        await page.Button("Not taken").ClickAsync();
        await page.Button("Discard").ClickAsync();

        await Expect(page.Message("On Thursday.")).ToHaveCountAsync(0);
    }
}
