using Baton.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Server.Tests.Features.Accounts;

public sealed class SecretsInLogsTests
{
    private const string Next = "forty lamps beside the harbour";

    [Fact]
    public async Task No_password_and_no_code_is_ever_written_to_a_log()
    {
        using var logs = new EveryLog();
        await using var smtp = new FakeSmtp { Busy = true };
        await using var app = await TestApp.Start(smtp.Settings, services => services.AddLogging(
            logging => logging.AddProvider(logs).AddFilter<EveryLog>(null, LogLevel.Trace)));

        // A mail that fails is logged with its reason, so the failing way is gone too.
        await app.Stranger().PostJson("/api/password-resets", new { email = app.Ben.Email }).Body();
        await app.RunJobs();
        smtp.Busy = false;
        await app.Stranger().PostJson("/api/password-resets", new { email = app.Ben.Email }).Body();
        await app.RunJobs();
        var code = smtp.OnlyCode();
        await app.Stranger().PutJson("/api/password-resets", new { code, password = Next }).Body();
        var invitation = await Invitations.Make(app.Ada, Invitations.To(app));
        await app.Stranger().PostJson("/api/invitation-previews", new { code = invitation }).Body();
        await Invitations.Join(app, invitation, "Nia").Body();

        Assert.Contains(logs.Lines, line => line.Contains("451", StringComparison.Ordinal)
            || line.Contains("MailPasswordReset", StringComparison.Ordinal));
        foreach (var secret in (string[])[code, invitation, Next, TestApp.Password])
        {
            Assert.DoesNotContain(logs.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }
}
