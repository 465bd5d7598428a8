using System.Text.RegularExpressions;
using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>When to expect an answer, instead of whether somebody is there.</summary>
public sealed class HorizonTests(Stage stage)
{
    [Fact]
    public async Task A_persons_page_says_when_they_work_and_shows_their_day_against_mine()
    {
        await using var scene = await stage.Play();
        await Works(scene.Ada, "Mo-Su 09:00-17:00");
        await Works(scene.Ben, "Mo-Su 00:00-08:00,20:00-24:00");
        await scene.Ben.Patch("/api/me", new { status = "Slow today: visitors in the house" }).Body();
        foreach (var view in (View[])[View.Desktop, View.DesktopDark, View.Phone])
        {
            var page = await scene.Visit(scene.Ada, $"/p/{scene.Ben.Id}", view);
            var horizon = page.GetByRole(AriaRole.Region, new() { Name = "When to expect an answer" });

            await Expect(horizon).ToContainTextAsync("“Slow today: visitors in the house”");
            await Expect(horizon).ToContainTextAsync(new Regex("(Working hours now|Next working hours).* in Denver"));
            // Denver is seven hours behind, or six while only one of both has summer time.
            await Expect(horizon).ToContainTextAsync(new Regex("Both of you: 09:00–1[456]:00"));
            await Expect(horizon).ToContainTextAsync("09:00–17:00");
            await page.Check($"person, {view}");
            await page.Picture($"person {view}");
        }
    }

    [Fact]
    public async Task Leave_shows_who_stands_in_and_they_can_be_asked_instead()
    {
        await using var scene = await stage.Play();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await scene.Ben.Put($"/api/me/calendar/{Guid.CreateVersion7()}", new
        {
            kind = "leave",
            firstDay = today.AddDays(-2),
            lastDay = today.AddDays(20),
            title = "By the sea",
            substituteId = scene.Mei.Id,
        }).Body();
        var page = await scene.Visit(scene.Ada, $"/p/{scene.Ben.Id}");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "When to expect an answer" }))
            .ToContainTextAsync(new Regex("Away until .* · Mei stands in"));
        await Expect(page.GetByText("By the sea")).ToHaveCountAsync(0);

        await page.GotoAsync(scene.Chat);
        await page.Type("Write a message", "Who signs it? @@");
        var sheet = page.GetByRole(AriaRole.Dialog);
        await sheet.GetByLabel("What for: Ben").SelectOptionAsync("answer");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Ask Mei instead" }).ClickAsync();

        await Expect(sheet.GetByLabel("What for: Mei")).ToHaveValueAsync("answer");
        await Expect(sheet.GetByLabel("What for: Ben")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Pointing_at_a_name_or_opening_a_mention_by_key_shows_the_card()
    {
        await using var scene = await stage.Play();
        await Works(scene.Ben, "Mo-Su 00:00-24:00");
        await scene.Post(scene.Mei, $"Ready for you, [@Ben](baton:person/{scene.Ben.Id})");
        var page = await scene.Visit(scene.Ada, scene.Chat);
        var card = page.GetByRole(AriaRole.Dialog, new() { Name = "Ben" });
        var mention = page.Message("Ready for you").GetByRole(AriaRole.Button, new() { Name = "@Ben" });

        await mention.HoverAsync();
        await Expect(card).ToContainTextAsync("Working hours now");
        await page.Picture("card");
        await page.Check("card of a person");
        await page.Mouse.MoveAsync(5, 5);
        await Expect(card).ToBeHiddenAsync();

        await mention.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(card).ToContainTextAsync("Working hours now");
        await page.EscapeTo(mention);
        await page.Message("Ready for you").GetByRole(AriaRole.Button, new() { Name = "Mei", Exact = true })
            .ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Mei" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task I_say_in_settings_what_others_are_to_know_today()
    {
        // Mid-morning in Denver: what is said of today ends with it.
        await using var scene = await stage.PlayOnClock(new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero));
        var page = await scene.Visit(scene.Ben, "/settings/hours");

        await page.GetByLabel("Status").FillAsync("Slow today");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Show how soon I usually answer").FocusAsync();
        await page.Keyboard.PressAsync("Space");

        await Expect(page.GetByLabel("Show how soon I usually answer")).ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^Not sent yet") })).ToHaveCountAsync(0);
        await page.Check("what others see of my time");
        await page.Picture("what others see");
        var ada = await scene.Visit(scene.Ada, $"/p/{scene.Ben.Id}");
        await Expect(ada.GetByText("“Slow today”")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Status")).ToHaveValueAsync("Slow today");
    }

    private static Task<System.Text.Json.JsonElement> Works(Cast person, string hours) =>
        person.Patch("/api/me", new { hours }).Body();
}
