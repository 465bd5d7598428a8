using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Accounts;

public sealed record AskForPasswordResetRequest([property: Required, MaxLength(254)] string Email);

/// <summary>
/// Asks for a mail with a link to choose a new password. The answer is the same, after the same work, whether or not
/// the address is known: only the job looks.
/// </summary>
public static class AskForPasswordReset
{
    public static async Task<Accepted> Handle(
        AskForPasswordResetRequest request,
        SignInAttempts attempts,
        Mailer mailer,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        attempts.CountMail(request.Email);
        if (mailer.IsOn)
        {
            var payload = JsonSerializer.Serialize(new PasswordResetAsked(request.Email), Json.Options);
            db.Jobs.Add(Job.Of(MailPasswordReset.Kind, payload, clock.UtcNow()));
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Accepted((string?)null);
    }
}
