using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Accounts;

public sealed record AskForEmailChangeRequest(
    [property: Required, MaxLength(MailAddresses.MaxLength)] string Email,
    [property: MaxLength(PasswordStrength.MaxLength)] string Password);

/// <summary>
/// Asks to sign in with another address from now on: it is mailed a link, and nothing changes before that is followed.
/// Whether somebody else has the address is not told here.
/// </summary>
/// <exception cref="AppException">409 <c>mail-off</c>.</exception>
public static class AskForEmailChange
{
    public static async Task<Accepted> Handle(
        AskForEmailChangeRequest request, CurrentPerson me, OwnPassword own, SignInAttempts attempts, Mailer mailer,
        BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!mailer.IsOn)
        {
            throw AppException.Conflict(
                "mail-off", "This server sends no mail, so an address cannot be confirmed. Ask whoever runs it.");
        }

        var address = MailAddresses.Require("email", request.Email);
        await own.Require(await me.Load(cancel), "password", request.Password);
        attempts.CountMail(address);
        var payload = JsonSerializer.Serialize(new EmailChangeAsked(me.Id, address), Json.Options);
        db.Jobs.Add(Job.Of(MailEmailConfirmation.Kind, payload, clock.UtcNow()));
        await db.SaveChangesAsync(cancel);

        return TypedResults.Accepted((string?)null);
    }
}
