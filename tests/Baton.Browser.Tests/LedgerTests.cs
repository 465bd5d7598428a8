using Baton.Browser.Tests.Support;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class LedgerTests(Stage stage)
{
    [Fact]
    public async Task A_browser_checks_the_ledger_itself_and_says_what_it_found()
    {
        await using var scene = await stage.Play();
        var said = await scene.Ada.Post($"/api/spaces/{scene.Space}/messages", new
        {
            id = Guid.CreateVersion7(),
            body = "Do we sign the lease?",
            envelope = new { addressees = new[] { new { personId = scene.Ben.Id, role = "answer" } } },
        }).Body();
        await scene.Ben.Put($"/api/asks/{said.GetProperty("asks")[0].Id()}/answer").Body();

        var page = await scene.Visit(scene.Ben, "/settings/ledger");
        await Expect(page.GetByText("entries verify.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Ada put it to you")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Do we sign the lease?" }).First).ToBeVisibleAsync();

        await page.RouteAsync("**/api/ledger?*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new()
            {
                Response = answer,
                Body = (await answer.TextAsync())
                    .Replace("\"act\":\"answered\"", "\"act\":\"declined\"", StringComparison.Ordinal),
            });
        });
        await page.ReloadAsync();
        await Expect(page.GetByText("does not verify")).ToBeVisibleAsync();
    }
}
