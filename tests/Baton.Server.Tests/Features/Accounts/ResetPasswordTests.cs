using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Accounts;

public sealed class ResetPasswordTests
{
    private const string Next = "forty lamps beside the harbour";

    [Fact]
    public async Task The_mailed_link_chooses_a_new_password_and_signs_every_browser_out()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await using var feed = await Feed.Open(app.Ben);
        await feed.Next("hello");

        await Ask(app, app.Ben.Email);
        await app.Stranger().PutJson("/api/password-resets", new { code = smtp.OnlyCode(), password = Next }).Body();

        await feed.Next("bye");
        await app.Ben.Get("/api/me").Refused(401, "sign-in-needed");
        await app.SignIn(app.Ben.Email, Next);
        Assert.Equal(app.Ben.Email, smtp.Received[0].To.Mailboxes.Single().Address);
        Assert.StartsWith("Hello Ben,", smtp.Received[0].TextBody, StringComparison.Ordinal);
        Assert.Contains("/reset#", smtp.Received[0].HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_closes_every_other_door_that_was_mailed()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        // Whoever knew the password asked for an address of theirs.
        await app.Ben.Post("/api/me/email", new { email = "mallory@elsewhere.example", password = TestApp.Password })
            .Body();
        await Ask(app, app.Ben.Email);
        var (confirm, reset) = (CodeFor("confirm-email"), CodeFor("reset"));

        await app.Stranger().PutJson("/api/password-resets", new { code = reset, password = Next }).Body();

        await app.Stranger()
            .PostJson("/api/email-confirmations", new { code = confirm }).Refused(400, "invalid", "code");

        string CodeFor(string page) =>
            FakeSmtp.CodeIn(
                Assert.Single(smtp.Received, mail => mail.TextBody!.Contains($"/{page}#", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_mail_is_in_my_language()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await app.Ben.Patch("/api/me", new { language = "de" }).Body();

        await Ask(app, app.Ben.Email);

        Assert.Equal("Neues Passwort für Baton wählen", smtp.Received[0].Subject);
        Assert.StartsWith("Hallo Ben,", smtp.Received[0].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_alike_and_gets_nothing()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);

        var unknown = await app.Stranger().PostJson("/api/password-resets", new { email = "nobody@team.example" });
        var known = await app.Stranger().PostJson("/api/password-resets", new { email = app.Ben.Email });

        Assert.Equal(202, (int)unknown.StatusCode);
        Assert.Equal(202, (int)known.StatusCode);
        Assert.Equal("", await unknown.Content.ReadAsStringAsync() + await known.Content.ReadAsStringAsync());
        // The same work, too: a row each, and only the job looks who it is.
        Assert.Equal(2, await app.InDb(db => db.Jobs.CountAsync()));
        await app.RunJobs();
        Assert.Single(smtp.Received);
    }

    [Fact]
    public async Task The_code_is_nowhere_in_the_database()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);

        await app.Stranger().PostJson("/api/password-resets", new { email = app.Ben.Email }).Body();
        Assert.DoesNotContain("#", (await app.InDb(db => db.Jobs.SingleAsync())).Payload, StringComparison.Ordinal);
        await app.RunJobs();

        var row = await app.InDb(db => db.MailedCodes.SingleAsync());
        Assert.DoesNotContain(smtp.OnlyCode(), System.Text.Json.JsonSerializer.Serialize(row),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await Ask(app, app.Ben.Email);
        await Ask(app, app.Ben.Email);
        await app.Stranger()
            .PutJson("/api/password-resets", new { code = FakeSmtp.CodeIn(smtp.Received[1]), password = Next }).Body();

        foreach (var mail in smtp.Received)
        {
            await app.Stranger().PutJson("/api/password-resets", new { code = FakeSmtp.CodeIn(mail), password = Next })
                .Refused(400, "invalid", "code");
        }
    }

    [Fact]
    public async Task Of_two_who_use_a_code_at_once_one_succeeds()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await Ask(app, app.Ben.Email);
        var code = smtp.OnlyCode();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n =>
            app.Stranger().PutJson("/api/password-resets", new { code, password = $"{Next} {n}" })));

        Assert.Equal(1, answers.Count(a => a.IsSuccessStatusCode));
        Assert.Equal(3, answers.Count(a => (int)a.StatusCode == 400));
    }

    [Fact]
    public async Task A_code_ends_after_an_hour()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await Ask(app, app.Ben.Email);
        app.Clock.Advance(TimeSpan.FromMinutes(61));

        await app.Stranger().PutJson("/api/password-resets", new { code = smtp.OnlyCode(), password = Next })
            .Refused(400, "invalid", "code");
    }

    [Fact]
    public async Task A_weak_password_does_not_use_the_code_up()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await Ask(app, app.Ben.Email);

        await app.Stranger().PutJson("/api/password-resets", new { code = smtp.OnlyCode(), password = "password1" })
            .Refused(400, "invalid", "password");
        await app.Stranger().PutJson("/api/password-resets", new { code = smtp.OnlyCode(), password = Next }).Body();
    }

    [Fact]
    public async Task A_mail_that_a_busy_server_refused_is_sent_again()
    {
        await using var smtp = new FakeSmtp { Busy = true };
        await using var app = await TestApp.Start(smtp.Settings);
        await Ask(app, app.Ben.Email);
        Assert.Empty(smtp.Received);

        smtp.Busy = false;
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        await app.RunJobs();
        // The server's own loop, woken by the clock, may have taken the job before us.
        await smtp.Arrival();

        await app.Stranger().PutJson("/api/password-resets", new { code = smtp.OnlyCode(), password = Next }).Body();
    }

    [Fact]
    public async Task Nobody_floods_a_mailbox()
    {
        await using var smtp = new FakeSmtp();
        var settings = smtp.Settings;
        settings["Limits:TriesPerAccount"] = "2";
        await using var app = await TestApp.Start(settings);
        await Ask(app, app.Ben.Email);
        await Ask(app, app.Ben.Email);

        await app.Stranger()
            .PostJson("/api/password-resets", new { email = app.Ben.Email }).Refused(429, "too-many-requests");
    }

    [Fact]
    public async Task Without_a_mail_server_the_answer_is_the_same_and_the_page_knows()
    {
        await using var app = await TestApp.Start();

        var answer = await app.Stranger().PostJson("/api/password-resets", new { email = app.Ben.Email });

        Assert.Equal(202, (int)answer.StatusCode);
        Assert.Equal(0, await app.InDb(db => db.Jobs.CountAsync()));
        Assert.False((await app.Ben.Read("/api/me")).GetProperty("mail").GetBoolean());
        Assert.False((await app.Ben.Read("/api/setup")).GetProperty("mail").GetBoolean());
    }

    private static async Task Ask(TestApp app, string email)
    {
        await app.Stranger().PostJson("/api/password-resets", new { email }).Body();
        await app.RunJobs();
    }
}
