using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Joining;

/// <summary>
/// Lets whoever holds its code come in. Made by somebody who may invite, and worth only what its maker may still give
/// when it is used.
/// </summary>
public sealed class Invitation
{
    public const int MaxUses = 500;
    public const int MaxSpaces = 50;

    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(366);

    private Invitation()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Of the code in the link that its maker got.</summary>
    public string CodeHash { get; private init; } = "";

    /// <summary>Of the code in the mail, which is another, made when the mail is sent; null before.</summary>
    public string? MailedCodeHash { get; private set; }

    /// <summary>What a new person becomes in the workspace.</summary>
    public WorkspaceRole Role { get; private init; }

    /// <summary>The only spaces they come into.</summary>
    public IReadOnlyList<Guid> SpaceIds { get; private init; } = [];

    public SpaceRole SpaceRole { get; private init; }

    public DateTime ExpiresAt { get; private init; }

    /// <summary>How many people may use it; null: any number.</summary>
    public int? Uses { get; private init; }

    /// <summary>How many did. Counted by the database alone; see <see cref="JoinWorkspace"/>.</summary>
    public int Used { get; private set; }

    public string? Email { get; private init; }

    public Guid CreatedBy { get; private init; }

    public DateTime CreatedAt { get; private init; }

    public DateTime? RevokedAt { get; private set; }

    public static Invitation Make(
        Guid id,
        SecretCode code,
        WorkspaceRole role,
        IEnumerable<Guid> spaceIds,
        SpaceRole spaceRole,
        Guid createdBy,
        DateTime now,
        DateTime expiresAt,
        int? uses,
        string? email)
    {
        if (expiresAt <= now || expiresAt > now + LongestLifetime)
        {
            throw AppException.Invalid("expiresAt", "An invitation ends later than now, and within a year.");
        }

        return new Invitation
        {
            Id = id,
            CodeHash = code.Hash,
            Role = role,
            SpaceIds = [.. spaceIds],
            SpaceRole = spaceRole,
            CreatedBy = createdBy,
            CreatedAt = now,
            ExpiresAt = expiresAt,
            Uses = uses,
            Email = email,
        };
    }

    public bool IsOpen(DateTime now) => RevokedAt is null && ExpiresAt > now && (Uses is null || Used < Uses);

    /// <summary>
    /// Whether this code was in the mail to that address, and in no other place: its maker has another. One for many is
    /// meant to be passed on, and shows nothing.
    /// </summary>
    public bool ShowsReading(string email, string code) =>
        Uses == 1 && MailedCodeHash == SecretCode.HashOf(code)
        && string.Equals(Email, email, StringComparison.OrdinalIgnoreCase);

    public void Revoke(DateTime now) => RevokedAt ??= now;

    /// <summary>
    /// A code for the mail. A mail that is sent again carries a new one, and the one before stops working.
    /// </summary>
    public void Mail(SecretCode code) => MailedCodeHash = code.Hash;
}

/// <summary>Who came in by an invitation, so that coming twice counts once.</summary>
public sealed class InvitationUse
{
    private InvitationUse()
    {
    }

    public Guid InvitationId { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTime At { get; private init; }

    public static InvitationUse Of(Invitation invitation, Guid personId, DateTime now) =>
        new() { InvitationId = invitation.Id, PersonId = personId, At = now };
}
