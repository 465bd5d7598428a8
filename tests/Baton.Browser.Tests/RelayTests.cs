using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>
/// What Baton is for, played through on a clock: Ada in Lisbon asks in Berlin, Denver and Tokyo. Each has it in their
/// own morning, with a day of their own to answer, and nobody hears of it before.
/// </summary>
public sealed class RelayTests(Stage stage)
{
    private const string Question = "Do we print the danger texts on waterproof paper?";

    // Before work in Lisbon and Berlin, the middle of the night in Denver, and minutes before the end in Tokyo.
    private static readonly DateTimeOffset Asked = Tuesday(7, 50);
    private static readonly DateTimeOffset BerlinsMorning = Tuesday(8);
    private static readonly DateTimeOffset DenversMorning = Tuesday(16);
    private static readonly DateTimeOffset TokyosMorning = Tuesday(24);
    private static readonly DateTimeOffset NairobisMorning = Tuesday(24 + 6);

    [Fact]
    public async Task A_question_goes_round_the_world_in_three_mornings()
    {
        await using var story = await stage.PlayOnClock(Asked);
        var nia = await story.Join("Nia", "Africa/Nairobi");
        var ada = await story.Visit(story.Ada, story.Chat);
        var mei = await story.Visit(story.Mei, "/inbox");
        await Ask(ada, "Gus", "Ben", "Mei");
        var asks = ada.Message(Question).GetByRole(AriaRole.List, new() { Name = "What this asks" });
        // A day of their own: until its end in Berlin and Denver, until tomorrow in Tokyo, where it was over.
        await Expect(asks).ToContainTextAsync("Asks Gus: answer by today 16:00");
        await Expect(asks).ToContainTextAsync("Asks Ben: answer by tomorrow 00:00");
        await Expect(asks).ToContainTextAsync("Asks Mei: answer by tomorrow 07:50");

        await story.GoOnTo(BerlinsMorning.AddMinutes(-1));
        Assert.Empty(story.Mailed);
        await story.GoOnTo(BerlinsMorning.AddMinutes(1));
        Assert.Equal([story.Gus.Email], story.Mailed);
        await Told(story.Gus, 1);
        await Told(story.Ben, 0);
        await Told(story.Mei, 0);
        // Who has the inbox open sees nothing move; who looks sees that something is on its way, and until when.
        await Expect(mei.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
        var ben = await story.Visit(story.Ben, "/inbox");
        await Expect(ben.GetByText("One waits until today 09:00.")).ToBeVisibleAsync();
        await Expect(Row(ben)).ToHaveCountAsync(0);

        await story.GoOnTo(DenversMorning.AddMinutes(-1));
        Assert.Equal([story.Gus.Email], story.Mailed);
        await story.GoOnTo(DenversMorning.AddMinutes(1));
        Assert.Equal([story.Gus.Email, story.Ben.Email], story.Mailed);
        await Told(story.Mei, 0);
        await Expect(asks).ToContainTextAsync("the time is over");
        await TakeUntilTomorrow(ben);
        await Expect(asks).ToContainTextAsync("taken, until");

        await story.GoOnTo(TokyosMorning.AddMinutes(1));
        Assert.Equal([story.Gus.Email, story.Ben.Email, story.Mei.Email], story.Mailed);
        await HandOn(mei, "Nia");
        await Expect(asks).ToContainTextAsync("handed on to Nia");
        await Told(nia, 0);
        await story.GoOnTo(NairobisMorning.AddMinutes(1));
        await Told(nia, 1);
        Assert.Equal([story.Gus.Email, story.Ben.Email, story.Mei.Email, nia.Email], story.Mailed);

        await SeeWhatBecomesOfIt(story, ada, ben);
    }

    private static async Task Ask(IPage page, params string[] names)
    {
        await page.Type("Write a message", $"{Question} ");
        foreach (var name in names)
        {
            await page.Keyboard.TypeAsync($"@{name}");
            await Expect(page.Option(name)).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.TypeAsync("? ");
        }

        await Expect(page.GetByText($"Asks {names.Length}, alerts nobody now")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+Enter");
    }

    private static async Task TakeUntilTomorrow(IPage page)
    {
        await Row(page).FocusAsync();
        await page.Keyboard.PressAsync("t");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Next working day" }).ClickAsync();
        await Expect(page.GetByText("You said: by tomorrow 17:00")).ToBeVisibleAsync();
    }

    private static async Task HandOn(IPage page, string name)
    {
        await Row(page).FocusAsync();
        await page.Keyboard.PressAsync("d");
        await page.Option(name).ClickAsync();
    }

    private static async Task SeeWhatBecomesOfIt(Story story, IPage ada, IPage ben)
    {
        await ada.GotoAsync("/waiting-on");
        var waiting = ada.GetByRole(AriaRole.Region, new() { Name = Question });
        await Expect(waiting.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(
            [new Regex("Nia asked.*Wed 17:00 in Nairobi"), new Regex("Ben taken, until.*Tue 17:00 in Denver")]);
        var lately = ada.GetByRole(AriaRole.Region, new() { Name = "Lately" }).GetByRole(AriaRole.Listitem);
        await Expect(lately).ToHaveTextAsync(
            [new Regex("Mei handed on to Nia"), new Regex("Gus the time is over")]);
        await ada.Check("what became of it");
        await ada.Picture("waiting on, and lately");
        var phone = await story.Visit(story.Ada, "/waiting-on", View.PhoneDark);
        await phone.Button("Ask no more").First.ClickAsync();
        await Expect(phone.Button("Yes, ask Nia no more")).ToBeFocusedAsync();
        await phone.FitsItsWidth();
        await phone.Check("what became of it, on a phone in the dark");
        await phone.Picture("waiting on, phone dark");
        // What others do meanwhile stands here by itself.
        await Row(ben).FocusAsync();
        await ben.Keyboard.PressAsync("e");
        await Expect(lately).ToHaveTextAsync(
            [new Regex("Ben answered"), new Regex("Mei handed on"), new Regex("Gus the time is over")]);
        await waiting.GetByRole(AriaRole.Button, new() { Name = "Ask no more" }).ClickAsync();
        await waiting.GetByRole(AriaRole.Button, new() { Name = "Yes, ask Nia no more" }).ClickAsync();
        await Expect(ada.GetByText("You wait for nobody.")).ToBeVisibleAsync();
        await ada.ReloadAsync();
        await Expect(ada.GetByText("You wait for nobody.")).ToBeVisibleAsync();
    }

    /// <summary>How often something reached their inbox by itself.</summary>
    private static async Task Told(Cast person, int times)
    {
        var told = await person.Read($"/api/spaces/{person.PersonalSpaceId}/changes?after=0&limit=5000");
        Assert.Equal(times, told.GetProperty("changes").EnumerateArray()
            .Count(change => change.Text("kind")!.StartsWith("inbox.", StringComparison.Ordinal)));
    }

    private static ILocator Row(IPage page) => page.GetByRole(AriaRole.Link, new() { Name = Question });

    private static DateTimeOffset Tuesday(int hour, int minute = 0) =>
        new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero).AddHours(hour).AddMinutes(minute);
}
