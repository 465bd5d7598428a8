using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Accounts;

public sealed record EmailChangeAsked(Guid PersonId, string Email);

/// <summary>
/// Mails the link that confirms an address, the present or a new one, unless somebody has confirmed it already. See
/// <see cref="MailPasswordReset"/> for the code.
/// </summary>
public sealed class MailEmailConfirmation(
    Credentials credentials, MailedCodeAccess codes, BatonDb db, Mailer mailer, IOptions<BatonSettings> settings) : IJob
{
    public const string Kind = "MailEmailConfirmation";

    private static readonly Catalogue Texts = new("Features.Accounts.AccountsTexts");

    public async Task Run(string payload, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<EmailChangeAsked>(payload, Json.Options)!;
        var person = await db.People.AsNoTracking()
            .FirstOrDefaultAsync(p => p.Id == asked.PersonId && p.LeftAt == null, cancel);
        if (person is null || await credentials.At(asked.Email).AnyAsync(p => p.EmailConfirmed, cancel))
        {
            return;
        }

        var (secret, _) = codes.Make(MailedCodeKind.ConfirmEmail, person, asked.Email);
        await db.SaveChangesAsync(cancel);

        var why = asked.Email == person.Email ? "email.confirm" : "email.why";
        string Say(string key) => Texts.Say(person.Language, key, person.Name);
        await mailer.Send(
            new OutgoingMail(
                asked.Email,
                Say("email.subject"),
                [Say("mail.greeting"), Say(why)],
                Say("email.link"),
                settings.Value.LinkTo("confirm-email", secret),
                [Say("email.ignore")]),
            cancel);
    }
}
