using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;

namespace Baton.Server.Features.Joining;

/// <param name="Link">Only in the answer to its creation; afterwards nobody can read it again.</param>
public sealed record InvitationResponse(
    Guid Id,
    WorkspaceRole Role,
    IReadOnlyList<Guid> SpaceIds,
    SpaceRole SpaceRole,
    DateTime ExpiresAt,
    int? Uses,
    int Used,
    bool Revoked,
    string? Email,
    Uri? Link,
    Guid CreatedBy,
    DateTime CreatedAt)
{
    public static InvitationResponse From(Invitation invitation, Uri? link = null) => new(
        invitation.Id,
        invitation.Role,
        invitation.SpaceIds,
        invitation.SpaceRole,
        invitation.ExpiresAt,
        invitation.Uses,
        invitation.Used,
        invitation.RevokedAt is not null,
        invitation.Email,
        link,
        invitation.CreatedBy,
        invitation.CreatedAt);
}
