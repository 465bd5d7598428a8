using System.Globalization;
using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

public sealed class ComposerTests(Stage stage)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_place_of_a_visit_has_its_tools_and_its_button(bool onPhone)
    {
        await using var scene = await stage.Play();
        await scene.AddTask("Fix the sign-in page");
        await scene.OpenTopic("When do we launch?", "Let us settle it here.");
        var page = await scene.Visit(scene.Ben, scene.Chat, onPhone ? View.Phone : View.Desktop);
        await SendByButton(page, "Write a message", "First in the chat.");

        await page.Tab("Topics").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "When do we launch?" }).ClickAsync();
        await SendByButton(page, "Write to this topic", "Then in the topic.");

        await page.GoBackAsync();
        await page.Tab("Board").ClickAsync();
        await page.Card("Fix the sign-in page").GetByRole(AriaRole.Link).ClickAsync();
        await SendByButton(page, "Write a comment", "Then under the task.");
    }

    [Fact]
    public async Task What_is_typed_on_at_once_is_the_next_message()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, scene.Chat);
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = "Write a message" });
        await field.ClickAsync();

        var sent = Enumerable.Range(1, 30).Select(n => string.Create(CultureInfo.InvariantCulture, $"number {n:00} of thirty")).ToArray();
        foreach (var text in sent)
        {
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Control+Enter");
        }

        await Expect(field).ToHaveTextAsync("");
        await Expect(page.Message(sent[^1]).Pending()).ToHaveCountAsync(0);
        var messages = await scene.Ada.Read($"/api/spaces/{scene.Space}/messages");
        Assert.Equal(sent, messages.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("body").GetString()).ToArray());
        await page.ReloadAsync();
        await Expect(field).ToBeVisibleAsync();
        await Expect(field).ToHaveTextAsync("");
    }

    private static async Task SendByButton(IPage page, string field, string text)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = field, Exact = true }).ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await Expect(page.Button("Bold")).ToHaveCountAsync(1);
        await page.Button("Send").ClickAsync();
        await Expect(page.Message(text).Pending()).ToHaveCountAsync(0);
        await Expect(page.Message(text)).ToBeVisibleAsync();
    }
}
