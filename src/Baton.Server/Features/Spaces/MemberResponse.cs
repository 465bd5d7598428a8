namespace Baton.Server.Features.Spaces;

public sealed record MemberResponse(Guid PersonId, SpaceRole Role, DateTime JoinedAt)
{
    public static MemberResponse From(Membership membership) => new(membership.PersonId, membership.Role, membership.JoinedAt);
}
