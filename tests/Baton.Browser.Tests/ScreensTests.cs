using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>
/// Every screen, on a wide window and on a phone, in light and dark: axe finds nothing grave, nothing hangs over,
/// nothing breaks.
/// </summary>
public sealed class ScreensTests(Furnished place) : IClassFixture<Furnished>
{
    /// <summary>Each window is checked whole in one theme, and for its colours in the other.</summary>
    private static readonly (View View, bool ColoursOnly)[] Views =
        [(View.Desktop, false), (View.DesktopDark, true), (View.PhoneDark, false), (View.Phone, true)];

    public static TheoryData<string> Screens => new(
        "board", "empty board", "card menu", "task drawer", "task page", "history of a task", "chat", "empty chat",
        "thread", "composer",
        "topics", "empty topics", "topic", "closed topic", "reopened topic", "new topic", "closing a topic", "my tasks",
        "activity", "archive",
        "space settings", "spaces", "new space", "new message", "profile", "hours", "time off", "ledger", "security",
        "notifications", "people", "inviting",
        "revoking",
        "person", "not sent", "my menu", "go anywhere", "keys", "not found",
        "inbox", "waiting on", "asking",
        "date picker", "label editor", "list menu", "filter menu", "message sheet", "lightbox");

    public static TheoryData<string> OpenScreens =>
        new("sign-in", "join", "ended invitation", "forgotten password", "reset", "confirm e-mail");

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Every_screen_can_be_read_and_used_by_all(string screen)
    {
        var page = place.Page;
        await page.SetViewportSizeAsync(View.Desktop.Width, View.Desktop.Height);
        await page.GotoAsync(PathOf(screen));
        await Open(screen, page);

        await LooksRight(page, screen);
    }

    [Theory]
    [MemberData(nameof(OpenScreens))]
    public async Task So_can_those_before_signing_in(string screen)
    {
        var page = await place.Scene.Stranger(name: screen);
        await page.GotoAsync(screen switch
        {
            "join" => $"/join{place.Invitation}",
            "ended invitation" => "/join#nobody-knows-this",
            "forgotten password" => "/forgotten",
            "reset" => "/reset#nobody-knows-this",
            "confirm e-mail" => "/confirm-email#nobody-knows-this",
            _ => "/sign-in",
        });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();

        await LooksRight(page, screen);
    }

    private string PathOf(string screen)
    {
        var space = $"/s/{place.Scene.Space}";
        var empty = $"/s/{place.EmptySpace}";
        return screen switch
        {
            "task drawer" or "history of a task" or "date picker" or "label editor" or "lightbox" =>
                $"{space}/board?task={place.Task}",
            "task page" => $"/t/{place.Task}",
            "chat" or "composer" or "message sheet" or "asking" => $"{space}/chat",
            "thread" => $"{space}/chat?thread={place.Thread}",
            "topics" or "new topic" => $"{space}/topics",
            "topic" or "closing a topic" => $"{space}/topics/{place.Topic}",
            "closed topic" => $"{space}/topics/{place.ClosedTopic}",
            "reopened topic" => $"{space}/topics/{place.ReopenedTopic}",
            "activity" => $"{space}/activity",
            "archive" => $"{space}/archive?show=done",
            "space settings" => $"{space}/settings",
            "empty board" => $"{empty}/board",
            "empty chat" => $"{empty}/chat",
            "empty topics" => $"{empty}/topics",
            "my tasks" => "/tasks",
            "inbox" => "/inbox",
            "waiting on" => "/waiting-on",
            "spaces" => "/spaces",
            "new space" => "/spaces?new=group",
            "new message" => "/tasks?new=direct",
            "profile" => "/settings",
            "hours" => "/settings/hours",
            "time off" => "/settings/time-off",
            "notifications" => "/settings/notifications",
            "ledger" => "/settings/ledger",
            "security" => "/settings/security",
            "people" or "inviting" or "revoking" => "/settings/people",
            "person" => $"/p/{place.Scene.Ben.Id}",
            "not sent" => "/unsent",
            "not found" => "/nowhere",
            _ => $"{space}/board",
        };
    }

    /// <summary>Waits for what the screen is known by, and opens what has no address.</summary>
    private static async Task Open(string screen, IPage page)
    {
        switch (screen)
        {
            case "card menu":
                await page.Card("Answer the press").GetByRole(AriaRole.Link).FocusAsync();
                await page.Keyboard.PressAsync(".");
                await Expect(page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
                break;
            case "history of a task":
                await page.GetByRole(AriaRole.Tab, new() { Name = "History" }).ClickAsync();
                await page.Sees("set the priority to High");
                break;
            case "composer":
                await page.Type("Write a message", "Hello **there**");
                await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Formats" })).ToBeVisibleAsync();
                break;
            case "new topic":
                await page.Button("New topic").ClickAsync();
                await Expect(page.GetByLabel("Opening post")).ToBeVisibleAsync();
                break;
            case "closing a topic":
                await page.Button("Close topic").ClickAsync();
                await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
                break;
            case "inviting":
                await page.Button("Invite").ClickAsync();
                await Expect(page.Button("Make the invitation")).ToBeVisibleAsync();
                break;
            case "revoking":
                await page.GetByRole(AriaRole.Button, new() { Name = "Revoke the invitation: By link into Launch" })
                    .ClickAsync();
                await page.Sees("Nobody comes in by it any more");
                break;
            case "my menu":
                await page.Button("Ada").ClickAsync();
                await Expect(page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
                break;
            case "go anywhere":
                await Expect(page.Column("To do")).ToBeVisibleAsync();
                await page.Keyboard.PressAsync("Control+k");
                await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("la");
                await page.Sees("Launch");
                break;
            case "keys":
                await Expect(page.Column("To do")).ToBeVisibleAsync();
                await page.Keyboard.PressAsync("?");
                await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
                break;
            case "activity":
                await page.GetByRole(AriaRole.Button, new() { Name = "created 4 tasks" }).ClickAsync();
                await page.Sees(WordsOf(screen));
                break;
            default:
                await OpenOnTop(screen, page);
                break;
        }
    }

    /// <summary>What lies over a screen for the while in which one chooses.</summary>
    private static async Task OpenOnTop(string screen, IPage page)
    {
        switch (screen)
        {
            case "date picker":
                await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Due: ") }).ClickAsync();
                await page.Button("Add a time").ClickAsync();
                await Expect(page.Button("Next month")).ToBeVisibleAsync();
                break;
            case "label editor":
                await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Labels: ") }).ClickAsync();
                await page.Button("Change labels").ClickAsync();
                await page.Option("Label red").ClickAsync();
                await Expect(page.GetByLabel("Name of the label")).ToBeVisibleAsync();
                break;
            case "list menu":
                await page.Button("Menu of the list To do").ClickAsync();
                await Expect(page.Button("Archive list")).ToBeVisibleAsync();
                break;
            case "filter menu":
                await page.SetViewportSizeAsync(1024, 800);
                await page.Button("Filter").ClickAsync();
                await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Filter" })).ToBeVisibleAsync();
                break;
            case "message sheet":
                await page.Message("The build is green again.").DispatchEventAsync(
                    "pointerdown", new { pointerType = "touch", bubbles = true, clientX = 4, clientY = 4 });
                await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
                break;
            case "asking":
                await page.Button("Everyone in Launch can read this; nobody is alerted").ClickAsync();
                await page.GetByLabel("What for: Ben").SelectOptionAsync("decide");
                await Expect(page.GetByText(new Regex("working (hour|minute)s? between"))).ToBeVisibleAsync();
                break;
            case "lightbox":
                await page.Button("Show pixel.png large").ClickAsync();
                await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
                Assert.Equal(View.Desktop.Width, (await page.GetByRole(AriaRole.Dialog).BoundingBoxAsync())!.Width);
                break;
            default:
                await page.Sees(WordsOf(screen));
                break;
        }
    }

    /// <summary>What is read there once it is drawn.</summary>
    private static string WordsOf(string screen) => screen switch
    {
        "empty board" => "Nothing is on this board yet.",
        "task drawer" or "task page" => "I can see it here too.",
        "chat" => "The build is green again.",
        "empty chat" => "Quick talk of",
        "thread" => "A clock that stood still.",
        "topics" => "When do we launch?",
        "empty topics" => "A topic is one question",
        "topic" => "has the release script",
        "closed topic" => "It is the one accent.",
        "reopened topic" => "Earlier: Became tasks",
        "my tasks" or "board" => "Answer the press",
        "inbox" => "Which door do we take?",
        "waiting on" => "Who has the key?",
        "activity" => "Answer the press",
        "archive" => "Book the room",
        "space settings" => "About this space",
        "new space" => "Open the space",
        "new message" => "The same people always meet",
        "profile" => "What you do",
        "hours" => "These are my hours",
        "time off" => "When things are brought to you",
        "notifications" => "This server sends no mail.",
        "ledger" => "entries verify",
        "security" => "Where you are signed in",
        "people" => "Invitations",
        "person" => "Spaces you share",
        "not sent" => "Not sent yet",
        "not found" => "Nothing here",
        _ => "Launch",
    };

    private static async Task LooksRight(IPage page, string screen)
    {
        foreach (var (view, coloursOnly) in Views)
        {
            await page.SetViewportSizeAsync(view.Width, view.Height);
            await page.EmulateMediaAsync(new() { ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light });
            await Expect(page.Locator("html"))
                .ToHaveAttributeAsync("data-mantine-color-scheme", view.Dark ? "dark" : "light");
            await page.Picture($"{screen}, {view}");
            await page.Check($"{screen}, {view}", coloursOnly);
            await page.FitsItsWidth();
        }
    }
}
