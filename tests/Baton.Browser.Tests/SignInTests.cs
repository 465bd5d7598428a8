using Baton.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class SignInTests
{
    [Fact]
    public async Task Ada_signs_in_and_sees_her_space()
    {
        await using var stage = await Stage.Open();

        var page = await stage.Visit(stage.App.Ada);

        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Launch" }).First).ToBeVisibleAsync();
        await page.Check("first screen");
    }
}
