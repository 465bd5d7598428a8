using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Joining;

public sealed record InvitationMade(Guid InvitationId);

/// <summary>
/// Mails an invitation, in the language of who invites. Its code is made here and is another than the link's, so that
/// no job's row ever holds one.
/// </summary>
public sealed class MailInvitation(
    BatonDb db, Mailer mailer, IOptions<BatonSettings> settings, TimeProvider clock) : IJob
{
    public const string Kind = "MailInvitation";

    private static readonly Catalogue Texts = new("Features.Joining.JoiningTexts");

    public async Task Run(string payload, CancellationToken cancel)
    {
        var made = JsonSerializer.Deserialize<InvitationMade>(payload, Json.Options)!;
        var invitation = await db.Invitations.SingleAsync(i => i.Id == made.InvitationId, cancel);
        if (!invitation.IsOpen(clock.UtcNow()))
        {
            return;
        }

        var secret = SecretCode.Make();
        invitation.Mail(secret);
        await db.SaveChangesAsync(cancel);

        var maker = await db.People.AsNoTracking().SingleAsync(p => p.Id == invitation.CreatedBy, cancel);
        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(cancel);
        await mailer.Send(Write(invitation, maker, workspace, settings.Value.LinkTo("join", secret.Code)), cancel);
    }

    private static OutgoingMail Write(Invitation invitation, Person maker, Workspace workspace, Uri link)
    {
        string Say(string key) => Texts.Say(maker.Language, key, maker.Name, workspace.Name, invitation.ExpiresAt);
        return new OutgoingMail(
            invitation.Email!, Say("invitation.subject"), [Say("invitation.why")], Say("invitation.link"), link,
            [Say("invitation.ends")]);
    }
}
