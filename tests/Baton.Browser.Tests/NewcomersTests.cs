using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class NewcomersTests(Stage stage)
{
    [Fact]
    public async Task An_empty_workspace_is_set_up_a_space_opened_and_a_person_invited_who_joins()
    {
        var (server, address) = await Stage.StartEmpty();
        await using var _ = server;
        var ada = await stage.OpenBrowser(address, View.Desktop);
        await SetUp(ada);
        await Expect(ada.GetByRole(AriaRole.Heading, new() { Name = "My tasks" })).ToBeVisibleAsync();

        var steps = ada.GetByRole(AriaRole.Region, new() { Name = "First steps in Fernweh" });
        await Expect(steps.GetByRole(AriaRole.Link)).ToHaveTextAsync(["New space", "Invite people", "Your profile"]);
        await ada.Picture("first steps");
        await ada.Check("first steps");
        await steps.GetByRole(AriaRole.Link, new() { Name = "New space" }).ClickAsync();
        await ada.GetByRole(AriaRole.Dialog).GetByLabel("Name").FillAsync("Launch");
        await ada.Button("Open the space").ClickAsync();
        await Expect(ada.Column("To do")).ToBeVisibleAsync();
        await Expect(ada.Button("New task")).ToBeVisibleAsync();
        await ada.GetByRole(AriaRole.Heading, new() { Name = "Launch", Level = 1 }).Arrives();

        await ada.GotoAsync("/settings/people");
        await ada.Button("Invite").ClickAsync();
        await ada.GetByRole(AriaRole.Combobox, new() { Name = "Into these spaces" }).ClickAsync();
        await ada.GetByRole(AriaRole.Option, new() { Name = "Launch" }).ClickAsync();
        await ada.Keyboard.PressAsync("Escape");
        await ada.Button("Make the invitation").ClickAsync();
        var link = new Uri(await ada.GetByLabel("Invitation link").InputValueAsync());

        var ben = await stage.OpenBrowser(address, View.Phone);
        await ben.GotoAsync($"{link.AbsolutePath}{link.Fragment}");
        await ben.Sees("Ada invites you to Launch.");
        await ben.GetByLabel("Your name").FillAsync("Ben");
        await ben.GetByLabel("E-mail").FillAsync("ben@team.example");
        await ben.Locator("input[type=password]").FillAsync(TestApp.Password);
        await ben.Button("Join").ClickAsync();
        await Expect(ben.GetByRole(AriaRole.Heading, new() { Name = "Launch", Level = 1 })).ToBeVisibleAsync();
        await Expect(ben.Column("To do")).ToBeVisibleAsync();

        await ada.GotoAsync("/tasks");
        await ada.Sees("Tasks that you take on");
        await Expect(steps).ToHaveCountAsync(0);

        await ben.Context.DisposeAsync();
        await ada.Context.DisposeAsync();
    }

    [Fact]
    public async Task Mei_reads_Baton_in_German_once_she_says_so()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Mei, "/settings");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Language" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Deutsch" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Einstellungen" })).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await page.GotoAsync(scene.Board);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Neue Aufgabe" })).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(View.Phone.Width, View.Phone.Height);
        foreach (var path in new[] { scene.Board,
            scene.Chat, scene.Topics, $"/s/{scene.Space}/settings", "/settings/security", "/tasks" })
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await page.FitsItsWidth();
        }
    }

    [Fact]
    public async Task A_German_browser_is_asked_to_sign_in_in_German()
    {
        await using var scene = await stage.Play();
        var page = await scene.Stranger(locale: "de-DE");

        await page.GotoAsync("/sign-in");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Anmelden" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_client_opens_without_a_network_once_it_was_there()
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        var page = await scene.Visit(scene.Ada, scene.Board, keepsClient: true);
        await Expect(page.Card("Fix the sign-in page")).ToBeVisibleAsync();
        await page.EvaluateAsync(
            """
            async () => {
              if (!navigator.serviceWorker.controller)
                await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken, { once: true }));
            }
            """);

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();

        await Expect(page.Card("Fix the sign-in page")).ToBeVisibleAsync();
        await page.Sees("You are offline.");
        await page.Tab("Chat").ClickAsync();
        await page.Write("Write a message", "From the tunnel.");
        await Expect(page.Message("From the tunnel.").Pending()).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Message("From the tunnel.").Pending()).ToHaveCountAsync(0);
    }

    /// <summary>The first page of all, with what can go wrong on it.</summary>
    private static async Task SetUp(IPage ada)
    {
        await ada.GotoAsync("/");
        await ada.GetByLabel("Name of the workspace").FillAsync("Fernweh");
        await ada.Picture("set-up");
        await ada.Check("set-up");
        await ada.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(ada.Locator("html")).ToHaveAttributeAsync("data-mantine-color-scheme", "dark");
        await ada.Picture("set-up, dark");
        await ada.Check("set-up, dark", coloursOnly: true);
        await ada.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        await ada.Button("Set up").ClickAsync();
        await Expect(ada.GetByText("This is needed.")).ToHaveCountAsync(3);
        await Expect(ada.GetByLabel("Your name")).ToBeFocusedAsync();
        await ada.GetByLabel("Your name").FillAsync("Ada");
        await ada.GetByLabel("E-mail").FillAsync("ada@team.example");
        await ada.Locator("input[type=password]").FillAsync("password1");
        await ada.Button("Set up").ClickAsync();
        await Expect(ada.GetByText("among the first that are guessed")).ToHaveCountAsync(1);
        await ada.Locator("input[type=password]").FillAsync(TestApp.Password);
        await ada.Button("Set up").ClickAsync();
    }
}
