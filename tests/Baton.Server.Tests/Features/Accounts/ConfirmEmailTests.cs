using Baton.Server.Features.Accounts;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Baton.Server.Tests.Support.Transitions;

namespace Baton.Server.Tests.Features.Accounts;

public sealed class ConfirmEmailTests
{
    private const string New = "ben@harbour.example";

    [Fact]
    public async Task The_mailed_link_makes_a_new_address_mine()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);

        await Ask(app, New);
        Assert.Equal(app.Ben.Email, (await app.Ben.Read("/api/me")).Text("email"));
        await VerifyTransition(app.Ben, app.Ben.PersonalSpaceId, () =>
            app.Stranger().PostJson("/api/email-confirmations", new { code = smtp.OnlyCode() }).Body());

        Assert.Equal(New, (await app.Ben.Read("/api/me")).Text("email"));
        Assert.Equal(New, smtp.Received[0].To.Mailboxes.Single().Address);
        await app.SignIn(New);
        await app.Stranger().PostJson("/api/sessions", new { email = app.Ben.Email, password = TestApp.Password })
            .Refused(401, "sign-in-refused");
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await Ask(app, New);
        await app.Stranger().PostJson("/api/email-confirmations", new { code = smtp.OnlyCode() }).Body();

        await app.Stranger()
            .PostJson("/api/email-confirmations", new { code = smtp.OnlyCode() }).Refused(400, "invalid", "code");
    }

    [Fact]
    public async Task Asking_for_somebody_elses_address_tells_nothing_and_mails_nothing()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await app.Mei.Post("/api/me/email", new { email = app.Mei.Email, password = TestApp.Password }).Body();
        await app.RunJobs();
        await app.Stranger().PostJson("/api/email-confirmations", new { code = smtp.OnlyCode() }).Body();

        var taken = await app.Ben.Post("/api/me/email", new { email = app.Mei.Email, password = TestApp.Password });
        await app.RunJobs();

        Assert.Equal(202, (int)taken.StatusCode);
        Assert.Single(smtp.Received);
    }

    [Fact]
    public async Task Who_reads_a_mailbox_can_confirm_it_whoever_else_claims_it()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        var code = await Invitations.Make(app.Ada, Invitations.To(app, uses: null));
        for (var claim = 0; claim < Credentials.MostClaims; claim++)
        {
            await Invitations.Join(app, code, "Oto", email: New, password: Claimed(claim)).Body();
        }

        await Ask(app, New);
        await app.Stranger().PostJson("/api/email-confirmations", new { code = smtp.OnlyCode() }).Body();

        Assert.Equal("Ben", await NameBehind(app, TestApp.Password));
        Assert.Equal("Oto", await NameBehind(app, Claimed(Credentials.MostClaims - 1)));
        await Invitations.Join(app, code, "Oto", email: New, password: Claimed(9)).Refused(400, "invalid", "email");
    }

    [Fact]
    public async Task With_the_same_password_the_one_who_confirmed_is_meant()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        var code = await Invitations.Make(app.Ada, Invitations.To(app, uses: null));
        await Invitations.Join(app, code, "Oto", email: New).Body();
        app.Clock.Advance(TimeSpan.FromHours(1));
        var nia = await app.Hire("Nia");

        await nia.Post("/api/me/email", new { email = New, password = TestApp.Password }).Body();
        await app.RunJobs();
        await app.Stranger().PostJson("/api/email-confirmations", new { code = smtp.OnlyCode() }).Body();

        Assert.Equal("Nia", await NameBehind(app, TestApp.Password));
    }

    [Fact]
    public async Task An_address_that_was_taken_meanwhile_stays_with_who_took_it()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await Ask(app, New);
        await app.Mei.Post("/api/me/email", new { email = New, password = TestApp.Password }).Body();
        await app.RunJobs();

        var answers = await Task.WhenAll(smtp.Received.Select(mail =>
            app.Stranger().PostJson("/api/email-confirmations", new { code = FakeSmtp.CodeIn(mail) })));

        Assert.Equal([204, 409], answers.Select(a => (int)a.StatusCode).Order());
        Assert.Equal(1, await app.InDb(db => db.People.CountAsync(p => p.Email == New)));
    }

    [Fact]
    public async Task My_password_is_asked_for()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);

        await app.Ben.Post("/api/me/email", new { email = New, password = "a wrong one" })
            .Refused(400, "invalid", "password");
        await app.Ben.Post("/api/me/email", new { email = "Ben <ben@harbour.example>", password = TestApp.Password })
            .Refused(400, "invalid", "email");
    }

    [Fact]
    public async Task A_code_that_resets_a_password_confirms_no_address()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await app.Stranger().PostJson("/api/password-resets", new { email = app.Ben.Email }).Body();
        await app.RunJobs();

        await app.Stranger()
            .PostJson("/api/email-confirmations", new { code = smtp.OnlyCode() }).Refused(400, "invalid", "code");
    }

    [Fact]
    public async Task Without_a_mail_server_it_says_so()
    {
        await using var app = await TestApp.Start();

        await app.Ben.Post("/api/me/email", new { email = New, password = TestApp.Password }).Refused(409, "mail-off");
    }

    [Fact]
    public async Task My_present_address_is_confirmed_by_a_mail_that_I_ask_for()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        Assert.False(await IsConfirmed(app, app.Ben));

        await AskForPresent(app, app.Ben);
        Assert.False(await IsConfirmed(app, app.Ben));
        await VerifyTransition(app.Ben, app.Ben.PersonalSpaceId, () =>
            app.Stranger().PostJson("/api/email-confirmations", new { code = smtp.OnlyCode() }).Body());

        Assert.True(await IsConfirmed(app, app.Ben));
        Assert.Equal(app.Ben.Email, smtp.Received[0].To.Mailboxes.Single().Address);
        Assert.Contains(
            "the address you sign in to Baton with", smtp.Received[0].TextBody, StringComparison.Ordinal);
        await AskForPresent(app, app.Ben);
        Assert.Single(smtp.Received);
    }

    [Fact]
    public async Task Mallory_confirms_her_claim_to_nobody_elses_address()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await app.ConfirmAddress(app.Ben);
        var code = await Invitations.Make(app.Ada, Invitations.To(app));
        var browser = app.Stranger();
        await Invitations.Join(app, code, "Oto", browser, app.Ben.Email, Claimed(0)).Body();

        var answer = await browser.PostAsync("/api/me/email/confirmation", null);
        await app.RunJobs();

        Assert.Equal(202, (int)answer.StatusCode);
        Assert.Empty(smtp.Received);
        Assert.Equal(401, (int)(await app.Stranger().PostAsync("/api/me/email/confirmation", null)).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_mailed_again_and_again()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(
            new Dictionary<string, string>(smtp.Settings, StringComparer.Ordinal) { ["Limits:TriesPerAccount"] = "2" });
        await AskForPresent(app, app.Ben);
        await AskForPresent(app, app.Ben);

        await app.Ben.Post("/api/me/email/confirmation").Refused(429, "too-many-requests");

        Assert.Equal(2, smtp.Received.Count);
    }

    [Fact]
    public async Task Without_a_mail_server_the_present_one_cannot_be_confirmed()
    {
        await using var app = await TestApp.Start();

        await app.Ben.Post("/api/me/email/confirmation").Refused(409, "mail-off");
    }

    private static async Task AskForPresent(TestApp app, Cast who)
    {
        await who.Post("/api/me/email/confirmation").Body();
        await app.RunJobs();
    }

    private static async Task<bool> IsConfirmed(TestApp app, Cast who) =>
        (await who.Read("/api/me/channels")).GetProperty("mail").GetProperty("confirmed").GetBoolean();

    private static string Claimed(int number) => $"forty lamps beside the harbour {number}";

    private static async Task<string?> NameBehind(TestApp app, string password) =>
        (await (await app.SignIn(New, password)).GetAsync("/api/me").Body()).GetProperty("person").Text("name");

    private static async Task Ask(TestApp app, string email)
    {
        await app.Ben.Post("/api/me/email", new { email, password = TestApp.Password }).Body();
        await app.RunJobs();
    }
}
