using Baton.Server.Features.Attention.Asks;

namespace Baton.Server.Features.Attention.Glass;

/// <summary>Why something cannot wait. There are no other reasons (async.md, C3).</summary>
public enum GlassReason
{
    /// <summary>Somebody is in danger.</summary>
    PeopleOrSafety,

    /// <summary>Something that others depend on is down.</summary>
    Outage,

    /// <summary>A legal date, or one at which money is lost.</summary>
    Deadline,

    /// <summary>A customer cannot go on.</summary>
    BlockedCustomer,
}

public enum GlassVerdict
{
    Right,
    CouldWait,
}

/// <summary>
/// Somebody was reached outside their hours, or in focus, because it could not wait: the only exception to the quiet
/// guarantee (Q2). Its id is the envelope's.
/// </summary>
public sealed class BreakGlass
{
    public const int MinBreaksLength = 10;
    public const int MaxBreaksLength = 300;

    private BreakGlass()
    {
    }

    public Guid Id { get; private init; }

    public Guid SpaceId { get; private init; }

    public Guid SenderId { get; private init; }

    public Guid PersonId { get; private init; }

    public GlassReason Reason { get; private init; }

    /// <summary>What breaks if it waits.</summary>
    public string Breaks { get; private set; } = "";

    /// <summary>With which whoever was on duty was tried before; null when nobody was, or it is theirs.</summary>
    public Guid? TriedFirstId { get; private init; }

    /// <summary>Whether it counts against what its sender may send and its receiver may get in a month.</summary>
    public bool IsCharged { get; private init; }

    public DateTime At { get; private init; }

    /// <summary>What its receiver thinks of it afterwards.</summary>
    public GlassVerdict? Verdict { get; private set; }

    /// <summary>Two working days of the receiver after it.</summary>
    public DateTime VerdictUntil { get; private init; }

    public DateTime? VerdictAt { get; private set; }

    public static BreakGlass Of(
        Post post, Guid personId, GlassReason reason, string breaks, Guid? triedFirstId, bool isCharged, DateTime now,
        DateTime verdictUntil) => new()
        {
            Id = post.Id,
            SpaceId = post.SpaceId,
            SenderId = post.SenderId,
            PersonId = personId,
            Reason = reason,
            Breaks = breaks,
            TriedFirstId = triedFirstId,
            IsCharged = isCharged,
            At = now,
            VerdictUntil = verdictUntil,
        };

    public void Judge(GlassVerdict verdict, DateTime now) => (Verdict, VerdictAt) = (verdict, now);

    /// <summary>Takes the words out, for good.</summary>
    public void Erase() => Breaks = "";
}
