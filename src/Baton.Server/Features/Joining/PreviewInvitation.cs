using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Joining;

public sealed record PreviewInvitationRequest([property: MaxLength(SecretCode.MaxLength)] string Code);

/// <param name="NeedsAccount">Nobody is signed in here: joining makes an account.</param>
public sealed record InvitationPreviewResponse(
    string WorkspaceName, string InvitedBy, IReadOnlyList<string> SpaceNames, WorkspaceRole Role, bool NeedsAccount);

/// <summary>What whoever holds the code is invited to. A POST, so that the code is in no server's log.</summary>
/// <exception cref="AppException">404 <c>invitation-not-found</c>; 409 <c>invitation-over</c>.</exception>
public static class PreviewInvitation
{
    public static async Task<Ok<InvitationPreviewResponse>> Handle(
        PreviewInvitationRequest request,
        HttpContext http,
        InvitationAccess invitations,
        BatonDb db,
        CancellationToken cancel)
    {
        var open = await invitations.RequireOpen(await invitations.ForHolder(request.Code, cancel), cancel);
        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(cancel);
        return TypedResults.Ok(new InvitationPreviewResponse(
            workspace.Name,
            open.Maker.Name,
            [.. open.Spaces.Select(s => s.Name)],
            open.Invitation.Role,
            NeedsAccount: http.User.Identity?.IsAuthenticated != true));
    }
}
