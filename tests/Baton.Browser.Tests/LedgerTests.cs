using Baton.Browser.Tests.Support;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Ledger;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class LedgerTests(Stage stage)
{
    [Fact]
    public async Task A_browser_checks_the_ledger_itself_and_says_what_it_found()
    {
        await using var scene = await stage.Play();
        var act = new LedgerAct(scene.Ben.Id, Guid.CreateVersion7(), Act.Addressed, AddresseeState.Queued,
            scene.Ada.Id, Due: null, ContentHash.Of([1], "Sign the lease?"));
        await stage.Record(act, act with { Act = Act.Answered, State = AddresseeState.Answered, ById = scene.Ben.Id });

        var page = await scene.Visit(scene.Ben, "/settings/ledger");
        await Expect(page.GetByText("All 2 entries verify.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "You answered" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Ada put it to you")).ToBeVisibleAsync();

        await page.RouteAsync("**/api/ledger?*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new()
            {
                Response = answer,
                Body = (await answer.TextAsync()).Replace("answered", "declined", StringComparison.Ordinal),
            });
        });
        await page.ReloadAsync();
        await Expect(page.GetByText("Entry 2 does not verify")).ToBeVisibleAsync();
    }
}
