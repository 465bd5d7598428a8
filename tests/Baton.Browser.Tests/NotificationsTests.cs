using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class NotificationsTests(Stage stage)
{
    private const string Page = "/settings/notifications";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    // Of Gus, in Berlin.
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Afternoon = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_is_asked_of_me_is_mailed_until_I_switch_it_off()
    {
        await using var story = await stage.PlayOnClock(Monday);
        var page = await story.Visit(story.Ben, Page, View.Phone);
        var mail = page.GetByRole(AriaRole.Checkbox, new() { Name = "Mail me what is asked of me" });
        await Expect(mail).ToBeCheckedAsync();
        await Expect(page.GetByText("those of a day are one conversation")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Notifications" })).ToBeInViewportAsync();

        await mail.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(mail).Not.ToBeCheckedAsync();
        await page.ReloadAsync();

        await Expect(mail).Not.ToBeCheckedAsync();
        await page.Check("notifications");
    }

    [Fact]
    public async Task My_address_is_confirmed_by_a_mail_that_I_ask_for_here()
    {
        await using var story = await stage.PlayOnClock(Monday);
        var nia = await story.Join("Nia", "Africa/Nairobi", confirmed: false);
        var page = await story.Visit(nia, Page, View.PhoneDark);
        await Expect(page.GetByText("nia@team.example is not confirmed yet")).ToBeVisibleAsync();
        await page.Check("an address to confirm");

        await page.Button("Send me a mail to confirm it").ClickAsync();
        await Expect(page.GetByText("A mail to nia@team.example is on its way")).ToBeVisibleAsync();
        await page.Picture("confirmation asked for");
        await story.GoOnTo(Monday.AddMinutes(1));
        Assert.Equal([nia.Email], story.Mailed);
        await page.GotoAsync($"/confirm-email#{story.MailedCode}");
        await page.Button("Confirm").ClickAsync();
        await Expect(page.GetByText("Your address is confirmed")).ToBeVisibleAsync();

        await page.GotoAsync(Page);
        await Expect(page.GetByText("those of a day are one conversation")).ToBeVisibleAsync();
        await Expect(page.Button("Send me a mail to confirm it")).ToHaveCountAsync(0);
    }

    /// <remarks>Its push service is played: see <see cref="Devices.WithPushService"/>.</remarks>
    [Fact]
    public async Task This_device_is_told_until_I_switch_it_off()
    {
        await using var story = await stage.PlayOnClock(Monday);
        var page = await story.Visit(
            story.Ben, Page, View.Phone, before: Devices.WithPushService, keepsClient: true);
        await page.Context.GrantPermissionsAsync(["notifications"]);
        await page.ReloadAsync();
        await Expect(Tells(page)).Not.ToBeCheckedAsync();
        await Expect(page.GetByText("Devices that are told")).ToHaveCountAsync(0);

        await Tells(page).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(Tells(page)).ToBeCheckedAsync();
        var device = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Chrome on " });
        await Expect(device.GetByText("This device")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(Tells(page)).ToBeCheckedAsync();
        await LooksRight(page, "told here");

        await device.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove Chrome on ") }).ClickAsync();
        await page.Picture("removing a device");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true })
            .ClickAsync();
        await Expect(Tells(page)).Not.ToBeCheckedAsync();
        await Expect(device).ToHaveCountAsync(0);
        await Tells(page).CheckAsync();
        await Expect(device).ToHaveCountAsync(1);
        await Tells(page).UncheckAsync();
        await Expect(device).ToHaveCountAsync(0);
        await Expect(Tells(page)).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task What_is_removed_elsewhere_shows_off_here_and_another_address_is_told_at_the_next_start()
    {
        await using var story = await stage.PlayOnClock(Monday);
        var page = await story.Visit(story.Ben, Page, before: Devices.WithPushService, keepsClient: true);
        await page.Context.GrantPermissionsAsync(["notifications"]);
        await page.ReloadAsync();
        await Tells(page).CheckAsync();
        await Expect(page.GetByText("This device", new() { Exact = true })).ToBeVisibleAsync();
        var known = (await story.Ben.Read("/api/me/channels")).GetProperty("push")[0].Id();

        await page.EvaluateAsync("() => localStorage.removeItem('played.push')");
        var told = page.WaitForResponseAsync($"**/push-subscriptions/{known}");
        await page.ReloadAsync();
        Assert.Equal(200, (await told).Status);
        await page.ReloadAsync();
        await Expect(Tells(page)).ToBeCheckedAsync();

        await story.Ben.Delete($"/api/me/push-subscriptions/{known}").Body();
        await page.ReloadAsync();
        await Expect(Tells(page)).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_push_is_shown_and_leads_an_open_page_there()
    {
        await using var story = await stage.PlayOnClock(Monday);
        var page = await story.Visit(story.Ben, Page, keepsClient: true);
        await page.Context.GrantPermissionsAsync(["notifications"]);
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");

        await page.Deliver("""{"title":"Away","body":"?","url":"https://elsewhere.example/","tag":"a"}""");
        await page.Deliver("""{"title":"One thing waits for you","body":"Who signs?","url":"/inbox","tag":"b"}""");
        await page.Deliver("""{"title":"2 things wait for you","body":"Who signs?","url":"/inbox","tag":"b"}""");
        await page.Shows("2 things wait for you: Who signs?");

        // A click on it cannot be played: what the worker says then, by hand, to a page that listens once it is idle.
        await page.WaitForFunctionAsync(
            """
            () => {
              navigator.serviceWorker.dispatchEvent(new MessageEvent("message", { data: { open: "/inbox" } }));
              return location.pathname === "/inbox";
            }
            """);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Inbox" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_browser_that_shows_nothing_says_how_to_change_that()
    {
        await using var story = await stage.PlayOnClock(Monday);
        var page = await story.Visit(story.Ben, Page, before: Devices.ThatRefuses, keepsClient: true);

        await Expect(page.GetByText("does not let Baton show notifications")).ToBeVisibleAsync();
        await Expect(Tells(page)).ToHaveCountAsync(0);
        await LooksRight(page, "refused here");
    }

    [Fact]
    public async Task A_batch_moves_the_number_and_sounds_once_and_what_comes_late_makes_no_sound()
    {
        await using var story = await stage.PlayOnClock(Morning.AddMinutes(-10));
        var page = await story.Visit(story.Gus, Page, before: Devices.WithIconAndSound);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "A soft sound" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Show the number" }).CheckAsync();
        // What it sounds like: two notes.
        await Played(page, icon: 0, notes: 2);
        await story.Ask(story.Ada, story.Gus);

        await story.GoOnTo(Morning.AddSeconds(-20));
        await Played(page, icon: 0, notes: 2);
        await story.GoOnTo(Morning.AddSeconds(10));
        await Played(page, icon: 1, notes: 4);

        await story.Ask(story.Ada, story.Gus);
        await page.Context.SetOfflineAsync(true);
        await story.GoOnTo(Afternoon.AddHours(7));
        await page.Context.SetOfflineAsync(false);
        await Played(page, icon: 2, notes: 4);

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Show the number" }).UncheckAsync();
        await Played(page, icon: null, notes: 4);
    }

    private static ILocator Tells(IPage page) =>
        page.GetByRole(AriaRole.Checkbox, new() { Name = "Tell this device when something is asked of me" });

    private static async Task Played(IPage page, int? icon, int notes) => await page.WaitForFunctionAsync(
        "([icon, notes]) => played.icon === icon && played.notes === notes", new object?[] { icon, notes });

    private static async Task LooksRight(IPage page, string screen)
    {
        foreach (var view in new[] { View.Desktop, View.Phone, View.PhoneDark })
        {
            await page.SetViewportSizeAsync(view.Width, view.Height);
            await page.EmulateMediaAsync(new() { ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light });
            await page.Picture($"{screen}, {view}");
            await page.Check($"{screen}, {view}");
            await page.FitsItsWidth();
        }
    }
}
