using Baton.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.Browser.Tests;

/// <summary>Accounts, invitations and the workspace, as one meets them in the settings.</summary>
public sealed class SettingsTests(Stage stage)
{
    [Fact]
    public async Task What_is_no_picture_is_refused_in_words_until_one_tries_again()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, "/settings");

        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Button("Choose a picture").ClickAsync());
        await chooser.SetFilesAsync(
            new FilePayload { Name = "plan.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });
        await page.Sees("That is not a picture. Choose a PNG, JPEG or WebP.");

        await page.RunAndWaitForFileChooserAsync(() => page.Button("Choose a picture").ClickAsync());
        await Expect(page.GetByText("That is not a picture.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_name_that_is_emptied_stays_and_says_why()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, "/settings");

        await page.GetByLabel("Your name").FillAsync("");
        await page.Keyboard.PressAsync("Tab");

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This cannot be empty, so “Ada” stays.");
        await Expect(page.GetByLabel("Your name")).ToHaveValueAsync("Ada");
    }

    [Fact]
    public async Task A_wrong_password_is_said_once_and_forgotten_when_it_is_corrected()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Ada, "/settings/security");

        await page.GetByLabel("Present password").FillAsync("not this one");
        await page.GetByLabel("New password").FillAsync("copper lantern 47 tides");
        await page.Button("Change the password").ClickAsync();
        await Expect(page.GetByText("That is not your password.")).ToHaveCountAsync(1);

        await page.GetByLabel("Present password").FillAsync("another");
        await Expect(page.GetByText("That is not your password.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_invitation_says_where_it_leads_and_is_revoked_after_a_question()
    {
        // All scenes share the workspace, and so the list of its invitations.
        await using var scene = await stage.Play("Orchard");
        var page = await scene.Visit(scene.Ada, "/settings/people");
        await page.Button("Invite").ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Into these spaces" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Orchard" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Button("Make the invitation").ClickAsync();
        await Expect(page.GetByLabel("Invitation link")).ToBeFocusedAsync();
        await page.Button("Done").ClickAsync();
        await Expect(page.Button("Invite")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke the invitation: By link into Orchard" })
            .ClickAsync();
        var asked = page.GetByRole(AriaRole.Dialog, new() { Name = "Revoke the invitation: By link into Orchard" });
        await asked.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(asked).ToHaveCountAsync(0);
        await page.Sees("By link into Orchard");
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke the invitation: By link into Orchard" })
            .ClickAsync();
        await asked.GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();

        await Expect(asked).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_invitation_that_nobody_knows_says_so_once_and_leads_to_signing_in()
    {
        await using var scene = await stage.Play();
        var page = await scene.Stranger();

        await page.GotoAsync("/join#nobody-knows-this");

        await Expect(page.GetByText("There is no such invitation.")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "I have an account here: sign in" }).ClickAsync();
        await Expect(page.GetByLabel("E-mail")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_guest_is_told_calmly_what_is_not_theirs()
    {
        await using var scene = await stage.Play();
        var page = await scene.Visit(scene.Gus, "/settings/people");

        await page.Sees("This page is for members.");
        await Expect(page.Button("Invite")).ToHaveCountAsync(0);
        await page.GotoAsync("/spaces?new=group");
        await page.Sees("they cannot open new ones");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.GotoAsync(scene.Board);
        await page.Sees("What is to be done here, you will see on it.");
    }

    [Fact]
    public async Task Somebody_taken_out_with_a_thread_open_reads_one_calm_line()
    {
        await using var scene = await stage.Play();
        var message = await scene.Post(scene.Ada, "A word.");
        var page = await scene.Visit(scene.Ben, $"{scene.Chat}?thread={message}");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Thread" })).ToBeVisibleAsync();

        await scene.Ada.Delete($"/api/spaces/{scene.Space}/members/{scene.Ben.Id}");

        await page.Sees("This space is not here.");
        await Expect(page.GetByText("There is no such message.")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Go to where you were" })).ToHaveCountAsync(1);
    }
}
