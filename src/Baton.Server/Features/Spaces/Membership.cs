using Baton.Server.Kernel.Text;

namespace Baton.Server.Features.Spaces;

public enum SpaceRole
{
    /// <summary>Reads, writes messages and comments, reacts, and works on tasks assigned to them.</summary>
    Guest,

    Member,

    Admin,
}

/// <summary>A person's place in a space: their role, and how they keep the space for themselves (pin, mute).</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    public Guid SpaceId { get; private init; }

    public Guid PersonId { get; private init; }

    public SpaceRole Role { get; private set; }

    public DateTime JoinedAt { get; private init; }

    /// <summary>What began before this instant is not theirs to see (<see cref="Sight"/>); null: everything.</summary>
    public DateTime? HistoryFrom { get; private init; }

    /// <summary>Order key among the pinned spaces; null when not pinned.</summary>
    public string? Pin { get; private set; }

    public DateTime? MutedUntil { get; private set; }

    public static Membership Of(
        Guid spaceId, Guid personId, SpaceRole role, DateTime now, DateTime? historyFrom = null) =>
        new() { SpaceId = spaceId, PersonId = personId, Role = role, JoinedAt = now, HistoryFrom = historyFrom };

    public void Appoint(SpaceRole role) => Role = role;

    /// <param name="orderKey">Among the pinned spaces; null unpins.</param>
    public void PinAt(string? orderKey) => Pin = orderKey is null ? null : OrderKey.Require("orderKey", orderKey);

    public void MuteUntil(DateTime? until) => MutedUntil = until;
}
