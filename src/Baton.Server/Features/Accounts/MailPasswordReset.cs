using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Accounts;

public sealed record PasswordResetAsked(string Email);

/// <summary>
/// Mails the link to choose a new password, to each account at the address, if there is one. The code is made here, not
/// when it was asked for, so that no job's row ever holds it; a second run mails a second code, and both open until one
/// is used.
/// </summary>
public sealed class MailPasswordReset(
    Credentials credentials, MailedCodeAccess codes, BatonDb db, Mailer mailer, IOptions<BatonSettings> settings) : IJob
{
    public const string Kind = "MailPasswordReset";

    private static readonly Catalogue Texts = new("Features.Accounts.AccountsTexts");

    public async Task Run(string payload, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<PasswordResetAsked>(payload, Json.Options)!;
        foreach (var person in await credentials.At(asked.Email).AsNoTracking().ToListAsync(cancel))
        {
            await Mail(person, cancel);
        }
    }

    private async Task Mail(Person person, CancellationToken cancel)
    {
        var (secret, _) = codes.Make(MailedCodeKind.ResetPassword, person, person.Email!);
        await db.SaveChangesAsync(cancel);

        string Say(string key) => Texts.Say(person.Language, key, person.Name);
        await mailer.Send(
            new OutgoingMail(
                person.Email!,
                Say("reset.subject"),
                [Say("mail.greeting"), Say("reset.why")],
                Say("reset.link"),
                settings.Value.LinkTo("reset", secret),
                [Say("reset.ignore")]),
            cancel);
    }
}
