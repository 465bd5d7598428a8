using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class FilesTests(Stage stage)
{
    private static readonly FilePayload Plan = new()
    {
        Name = "plan.txt",
        MimeType = "text/plain",
        Buffer = "Launch on Thursday."u8.ToArray(),
    };

    /// <summary>One teal pixel.</summary>
    private const string Pixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mPk77eoBwADyAG+pt9y0AAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_picked_file_shows_its_progress_and_goes_out_with_the_message()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/attachments?*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });

        await page.Type("Write a message", "The plan:");
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Button("Attach files").ClickAsync());
        await chooser.SetFilesAsync(Plan);
        await Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "plan.txt sent" })).ToBeVisibleAsync();
        await Expect(page.Button("Send")).ToBeDisabledAsync();
        held.SetResult();
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
        await page.Button("Send").ClickAsync();

        var link = page.Message("The plan:").GetByRole(AriaRole.Link, new() { NameRegex = new("plan.txt") });
        await Expect(link).ToBeVisibleAsync();
        await page.Message("The plan:").Arrives();
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal("Launch on Thursday.", await File.ReadAllTextAsync((await download.PathAsync())!));
    }

    [Fact]
    public async Task A_file_on_its_way_can_be_stopped()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/attachments?*", _ => held.Task);

        await page.Type("Write a message", "Without it.");
        await page.Locator("input[type=file]").First.SetInputFilesAsync(Plan);
        await page.Button("Stop sending plan.txt").ClickAsync();
        await page.Button("Send").ClickAsync();

        await Expect(page.Message("Without it.")).ToBeVisibleAsync();
        await Expect(page.GetByText("plan.txt")).ToHaveCountAsync(0);
        held.SetResult();
    }

    [Fact]
    public async Task A_dropped_picture_becomes_part_of_the_task()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ada, $"{scene.Board}?task={task}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Files" })).ToBeVisibleAsync();

        await page.Drop("section[aria-label='Files']", "screen.png", "image/png", Pixel);

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show screen.png large" })).ToBeVisibleAsync();
        await page.Drawer("Task Fix the sign-in page").Arrives();
        var now = await scene.Ada.Read($"/api/tasks/{task}");
        Assert.Equal("image/png", now.GetProperty("attachments")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_picture_pasted_on_the_open_task_becomes_part_of_it_and_one_pasted_in_a_comment_of_the_comment()
    {
        await using var scene = await stage.Play();
        var task = await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ada, $"{scene.Board}?task={task}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Files" })).ToBeVisibleAsync();

        await page.Paste("body", "screen.png", "image/png", Pixel);
        await Expect(page.Button("Show screen.png large")).ToBeVisibleAsync();
        await page.Paste("[aria-label='Title']", "second.png", "image/png", Pixel);
        await Expect(page.Button("Show second.png large")).ToBeVisibleAsync();
        await page.Button("Describe what is to be done, and how one knows that it is").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Formats" })).ToBeVisibleAsync();
        await page.Paste("[aria-label='Description']", "fourth.png", "image/png", Pixel);
        await Expect(page.Button("Show fourth.png large")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Formats" })).ToHaveCountAsync(0);
        await page.Paste("[aria-label='Filter by words']", "elsewhere.png", "image/png", Pixel);
        await page.Type("Write a comment", "Look:");
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Formats" })).ToBeVisibleAsync();
        await page.Paste("[aria-label='Write a comment']", "third.png", "image/png", Pixel);
        await Expect(page.Button("Take third.png off")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Message("Look:").GetByRole(AriaRole.Button, new() { Name = "Show third.png large" }))
            .ToBeVisibleAsync();
        await page.Message("Look:").Arrives();
        await page.Drawer("Task Fix the sign-in page").Arrives();
        var now = await scene.Ada.Read($"/api/tasks/{task}");
        Assert.Equal(["screen.png", "second.png", "fourth.png"],
            now.GetProperty("attachments").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_guest_puts_a_file_to_a_task_that_is_theirs_and_to_no_other()
    {
        await using var scene = await stage.Play();
        var own = await scene.AddTask("Draw the icon");
        var other = await scene.AddTask("Fix the sign-in page");
        await scene.Ada.Put($"/api/tasks/{own}/assignees/{scene.Gus.Id}", new { state = "none" }).Body();
        var page = await scene.Visit(scene.Gus, $"{scene.Board}?task={own}");

        await page.GetByRole(AriaRole.Region, new() { Name = "Files" })
            .Locator("input[type=file]").SetInputFilesAsync(Plan);
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("plan.txt") })).ToBeVisibleAsync();
        await page.Drawer("Task Draw the icon").Arrives();

        await page.GotoAsync($"{scene.Board}?task={other}");
        await Expect(page.Drawer("Task Fix the sign-in page")
            .GetByRole(AriaRole.Textbox, new() { Name = "Write a comment" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Files" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_pasted_picture_goes_out_with_the_message_and_opens_large()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        await page.Type("Write a message", "Look:");
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Formats" })).ToBeVisibleAsync();

        await page.Paste("[aria-label='Write a message']", "screen.png", "image/png", Pixel);
        await Expect(page.Button("Send")).ToBeEnabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take screen.png off" })).ToBeVisibleAsync();
        await page.Button("Send").ClickAsync();

        await page.Message("Look:").GetByRole(AriaRole.Button, new() { Name = "Show screen.png large" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "screen.png" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
