using System.Text;
using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class TimeOffTests(Stage stage)
{
    private static readonly int Year = TimeProvider.System.GetUtcNow().Year;

    [Fact]
    public async Task Leave_is_entered_with_the_keyboard_alone_and_a_removed_entry_comes_back()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, "/settings/time-off");

        await page.Button("Add an entry").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("First day").FillAsync($"{Year}-12-24");
        await page.GetByLabel("Last day").FillAsync($"{Year + 1}-01-03");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("By the sea");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(Entry(page, "By the sea")).ToContainTextAsync($"24 Dec {Year}");
        await Day(page, "24 Leave: By the sea").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Last day")).ToHaveValueAsync($"{Year + 1}-01-03");
        await page.Keyboard.PressAsync("Escape");
        await Expect(Day(page, "24 Leave: By the sea")).ToBeFocusedAsync();

        await Entry(page, "By the sea").GetByRole(AriaRole.Button, new() { Name = "Remove" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Entry(page, "By the sea")).ToBeHiddenAsync();
        await page.Button("Undo").ClickAsync();
        await Expect(Entry(page, "By the sea")).ToBeVisibleAsync();

        await page.Button($"{Year + 1}").ClickAsync();
        await Expect(Day(page, "1 Leave: By the sea")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_another_device_enters_stands_there_at_once()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, "/settings/time-off");
        await Expect(page.Button("Add an entry")).ToBeVisibleAsync();

        await scene.Ada.Put($"/api/me/calendar/{Guid.CreateVersion7()}",
            new { kind = "leave", firstDay = $"{Year}-12-24", title = "By the sea" }).Body();

        await Expect(Entry(page, "By the sea")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Focus_comes_back_every_week_and_overlaps_no_other()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ben, "/settings/time-off");

        await AddFocus(page, "09:00", "11:00");
        await Expect(Entry(page, "Focus")).ToContainTextAsync("Mon 09:00–11:00");

        await AddFocus(page, "10:00", "12:00");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("overlaps another entry");
    }

    [Fact]
    public async Task What_came_is_brought_at_times_of_my_own()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ben, "/settings/time-off");
        await page.GetByLabel("At times of my own, up to six").ClickAsync();
        await page.GetByLabel("Time 1", new() { Exact = true }).FillAsync("10:30");
        await page.Button("Remove time 3").ClickAsync();

        await page.Button("Keep").ClickAsync();

        await page.Sees("Your times are kept.");
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Time 1", new() { Exact = true })).ToHaveValueAsync("10:30");
        await Expect(page.GetByLabel("Time 3", new() { Exact = true })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Holidays_are_looked_at_and_taken_and_the_page_is_readable_by_all()
    {
        await using var scene = await stage.Play();
        var entry = new { kind = "leave", firstDay = $"{Year}-08-03", lastDay = $"{Year}-08-14", title = "Mountains" };
        await scene.Mei.Put($"/api/me/calendar/{Guid.CreateVersion7()}", entry).Body();
        var trip = new { kind = "stay", firstDay = $"{Year}-05-04", lastDay = $"{Year}-05-08", zone = "Europe/Lisbon" };
        await scene.Mei.Put($"/api/me/calendar/{Guid.CreateVersion7()}", trip).Body();
        var page = await scene.Visit(scene.Mei, "/settings/time-off");

        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "japan.ics",
            MimeType = "text/calendar",
            Buffer = Encoding.UTF8.GetBytes($"""
                BEGIN:VCALENDAR
                X-WR-CALNAME:Holidays in Japan
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:{Year - 1}1103
                RRULE:FREQ=YEARLY
                SUMMARY:Culture Day
                END:VEVENT
                END:VCALENDAR
                """),
        });
        await page.Button("Look what comes").ClickAsync();
        await page.Sees("Holidays in Japan");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take these") }).ClickAsync();

        await Expect(page.Button("Remove Holidays in Japan")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "November" })).ToContainTextAsync("Culture Day");
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ScrollIntoViewIfNeededAsync();
        foreach (var view in (View[])[View.Desktop, View.DesktopDark, View.Phone, View.PhoneDark])
        {
            await page.SetViewportSizeAsync(view.Width, view.Height);
            await page.EmulateMediaAsync(new() { ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light });
            await page.Picture($"time off in use, {view}");
            await page.Check($"time off in use, {view}");
            await page.FitsItsWidth();
        }
    }

    [Fact]
    public async Task The_address_of_my_calendar_is_shown_once_and_can_be_ended()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ben, "/settings/time-off");
        await page.Button("Make an address").ClickAsync();
        var address = new Uri(await page.GetByLabel("The address, shown this once").InputValueAsync()).PathAndQuery;
        await Expect(page.Button("Copy")).ToBeVisibleAsync();
        Assert.True((await page.APIRequest.GetAsync(address)).Ok);

        await page.ReloadAsync();
        await page.Sees("There is an address since");
        await Expect(page.GetByLabel("The address, shown this once")).ToBeHiddenAsync();
        await page.Button("End the address").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "End the address" })
            .ClickAsync();

        await Expect(page.Button("Make an address")).ToBeVisibleAsync();
        Assert.Equal(404, (await page.APIRequest.GetAsync(address)).Status);
    }

    private static async Task AddFocus(IPage page, string from, string to)
    {
        await page.Button("Add an entry").ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "What it is" }).ClickAsync();
        await page.Option("Focus").ClickAsync();
        await page.GetByLabel("Monday").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("From").FillAsync(from);
        await dialog.GetByLabel("To (before the start: on the next day)").FillAsync(to);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
    }

    private static ILocator Entry(IPage page, string name) =>
        page.GetByRole(AriaRole.List, new() { Name = "Entries" }).GetByRole(AriaRole.Listitem)
            .Filter(new() { HasText = name });

    private static ILocator Day(IPage page, string name) => page.Button(name).First;
}
