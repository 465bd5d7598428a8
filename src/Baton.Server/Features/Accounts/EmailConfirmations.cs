using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Accounts;

/// <summary>The mail by which somebody shows that they read an address. The caller saves.</summary>
public sealed class EmailConfirmations(SignInAttempts attempts, Mailer mailer, BatonDb db, TimeProvider clock)
{
    /// <exception cref="AppException">409 <c>mail-off</c>.</exception>
    public void RequireMail()
    {
        if (!mailer.IsOn)
        {
            throw AppException.Conflict(
                "mail-off", "This server sends no mail, so an address cannot be confirmed. Ask whoever runs it.");
        }
    }

    /// <exception cref="AppException">429 after too many mails to that address.</exception>
    public void Ask(Guid personId, string address)
    {
        attempts.CountMail(address);
        var payload = JsonSerializer.Serialize(new EmailChangeAsked(personId, address), Json.Options);
        db.Jobs.Add(Job.Of(MailEmailConfirmation.Kind, payload, clock.UtcNow()));
    }
}
