namespace Baton.Server.Features.Spaces;

/// <param name="HistoryFrom">What began before it is hidden from them; null: they see everything.</param>
public sealed record MemberResponse(Guid PersonId, SpaceRole Role, DateTime JoinedAt, DateTime? HistoryFrom)
{
    public static MemberResponse From(Membership membership) =>
        new(membership.PersonId, membership.Role, membership.JoinedAt, membership.HistoryFrom);
}
