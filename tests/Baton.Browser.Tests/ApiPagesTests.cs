using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class ApiPagesTests(Stage stage)
{
    [Fact]
    public async Task The_API_can_be_read_and_nothing_is_asked_of_anybody_else()
    {
        await using var scene = await stage.Play();
        var page = await scene.Stranger();
        var said = new List<string>();
        var asked = new List<string>();
        page.Console += (_, message) => said.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => said.Add(error);
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync("/api/docs");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Baton" })).ToBeVisibleAsync();
        // The page draws operations as they come into view; its list of them is there at once.
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Accounts", Exact = true })).ToBeVisibleAsync();
        Assert.True(said.TrueForAll(text => !text.StartsWith("error", StringComparison.Ordinal)),
            string.Join('\n', said));
        var here = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        Assert.All(asked,
            address => Assert.True(address.StartsWith(here, StringComparison.Ordinal)
                || address.StartsWith("data:", StringComparison.Ordinal), address));
    }
}
