using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Accounts;

public sealed record PasswordResetAsked(string Email);

/// <summary>
/// Mails the link to choose a new password, if the address is known. The code is made here, not when it was asked for,
/// so that no job's row ever holds it; a second run mails a second code, and both open until one is used.
/// </summary>
public sealed class MailPasswordReset(
    UserManager<Person> people, BatonDb db, Mailer mailer, IOptions<BatonSettings> settings, TimeProvider clock) : IJob
{
    public const string Kind = "MailPasswordReset";

    private static readonly Catalogue Texts = new("Features.Accounts.AccountsTexts");

    public async Task Run(string payload, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<PasswordResetAsked>(payload, Json.Options)!;
        if (await people.FindByEmailAsync(asked.Email) is not { Email: { } address } person)
        {
            return;
        }

        var secret = SecretCode.Make();
        db.MailedCodes.Add(MailedCode.For(MailedCodeKind.ResetPassword, person.Id, secret.Hash, address, clock.UtcNow()));
        await db.SaveChangesAsync(cancel);

        string Say(string key) => Texts.Say(person.Language, key, person.Name);
        await mailer.Send(
            new OutgoingMail(
                address,
                Say("reset.subject"),
                [Say("mail.greeting"), Say("reset.why")],
                Say("reset.link"),
                settings.Value.LinkTo("reset", secret.Code),
                [Say("reset.ignore")]),
            cancel);
    }
}
