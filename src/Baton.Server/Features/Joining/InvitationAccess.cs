using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Joining;

/// <summary>An invitation with what it still gives: the spaces into which its maker may still invite.</summary>
public sealed record OpenInvitation(Invitation Invitation, Person Maker, IReadOnlyList<Space> Spaces);

/// <summary>The only door to an invitation: who made it, who manages the workspace, or who holds its code.</summary>
public sealed class InvitationAccess(BatonDb db, SpaceAccess spaces, TimeProvider clock)
{
    /// <summary>Those I may see: mine, or everybody's when I may invite to the workspace.</summary>
    public IQueryable<Invitation> ForReading(CurrentPerson me) =>
        MayInviteAnybody(me.Role) ? db.Invitations : db.Invitations.Where(i => i.CreatedBy == me.Id);

    public async Task<Invitation> ForRevoking(CurrentPerson me, Guid invitationId, CancellationToken cancel) =>
        await ForReading(me).FirstOrDefaultAsync(i => i.Id == invitationId, cancel)
            ?? throw AppException.NotFound("invitation");

    /// <summary>By the code of the link or of the mail, whether or not it is open.</summary>
    public async Task<Invitation> ForHolder(string code, CancellationToken cancel)
    {
        var hash = SecretCode.HashOf(code);
        return await db.Invitations.FirstOrDefaultAsync(i => i.CodeHash == hash || i.MailedCodeHash == hash, cancel)
            ?? throw AppException.NotFound("invitation");
    }

    /// <exception cref="AppException">409 <c>invitation-over</c> when it gives nothing any more.</exception>
    public async Task<OpenInvitation> RequireOpen(Invitation invitation, CancellationToken cancel)
    {
        var maker = await db.People.AsNoTracking().SingleAsync(p => p.Id == invitation.CreatedBy, cancel);
        if (!invitation.IsOpen(clock.UtcNow()) || maker.IsFormer
            || (invitation.Role != WorkspaceRole.Guest && !MayInviteAnybody(maker.WorkspaceRole)))
        {
            throw Over();
        }

        var seats = await spaces.SeatsOf(maker.Id)
            .Where(s => invitation.SpaceIds.Contains(s.SpaceId)).ToListAsync(cancel);
        var given = seats.Where(s => s.May(Rights.InviteMember)).Select(s => s.SpaceId).ToList();
        var open = await db.Spaces.Where(s => given.Contains(s.Id))
            .OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).ToListAsync(cancel);
        // Whoever joins while one is archived starts over, and it is no longer among them.
        open.ForEach(space => spaces.Hold(space.Id));
        return open.Count > 0 || invitation.Role != WorkspaceRole.Guest
            ? new OpenInvitation(invitation, maker, open)
            : throw Over();
    }

    public static bool MayInviteAnybody(WorkspaceRole role) => role is WorkspaceRole.Admin or WorkspaceRole.Owner;

    public static AppException Over() =>
        AppException.Conflict("invitation-over", "This invitation has ended. Ask whoever invited you for a new one.");
}
