using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Spaces;

/// <summary>
/// Where a person sits in a space right now, read with the thing they want to touch: the permission check itself.
/// </summary>
public sealed class Seat
{
    public Guid SpaceId { get; init; }

    public Guid PersonId { get; init; }

    public SpaceKind Kind { get; init; }

    public SpaceRole Role { get; init; }

    public string Key { get; init; } = "";

    public DateTime? ArchivedAt { get; init; }

    public DateTime? HistoryFrom { get; init; }

    public IReadOnlyList<string> Can => Rights.Of(Kind, Role, ArchivedAt is not null);

    public bool May(string right) => Can.Contains(right, StringComparer.Ordinal);

    /// <exception cref="AppException">
    /// 403 naming the right, or 409 when the space is archived and so cannot change.
    /// </exception>
    public Seat Require(string right)
    {
        if (!Rights.Of(Kind, Role, archived: false).Contains(right, StringComparer.Ordinal))
        {
            throw AppException.Forbidden(
                "right-missing", right,
                $"You may not do that here: as {Role.ToString().ToLowerInvariant()} of this space you do not have the right {right}.");
        }

        return May(right)
            ? this
            : throw AppException.Conflict(
                "space-archived", "This space is archived. Restore it to go on working in it.", new { ArchivedAt });
    }
}
