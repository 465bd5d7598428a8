using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Joining;

/// <summary>Ends an invitation: from now on nobody comes in by it; who came stays.</summary>
public static class RevokeInvitation
{
    public static async Task<NoContent> Handle(
        Guid invitationId,
        CurrentPerson me,
        InvitationAccess invitations,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var invitation = await invitations.ForRevoking(me, invitationId, cancel);
        invitation.Revoke(clock.UtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
