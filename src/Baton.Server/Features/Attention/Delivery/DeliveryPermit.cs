using Baton.Server.Features.Attention.Asks;
using NodaTime;

namespace Baton.Server.Features.Attention.Delivery;

public enum PermitBasis
{
    /// <summary>They work at that moment and are not in focus.</summary>
    Hours,

    /// <summary>It could not wait: for that one item, whatever their hours are (Q2).</summary>
    BreakGlass,
}

/// <summary>
/// Leave to reach one person at one moment. Only the <see cref="Gate"/> can make one, and no channel works without.
/// </summary>
public sealed class DeliveryPermit
{
    /// <summary>How long what could not wait may take on its way.</summary>
    public static readonly TimeSpan GlassHolds = TimeSpan.FromHours(1);

    internal DeliveryPermit(
        Gate.Seal seal, Guid personId, DateTime at, PermitBasis basis, Interval? open, Guid? glassId = null)
    {
        ArgumentNullException.ThrowIfNull(seal);
        (PersonId, At, Basis, Open, GlassId) = (personId, at, basis, open, glassId);
    }

    public Guid PersonId { get; }

    public DateTime At { get; }

    public PermitBasis Basis { get; }

    /// <summary>The stretch of their day that the gate saw open; null when it did not look at hours.</summary>
    public Interval? Open { get; }

    /// <summary>How long it holds: until they are off or in focus; what breaks through their hours, an hour.</summary>
    public DateTime Until => Open?.End.ToDateTimeUtc() ?? At + GlassHolds;

    /// <summary>The only post that it is good for, of one that could not wait.</summary>
    public Guid? GlassId { get; }

    public bool Covers(Addressee item) => item.PersonId == PersonId && (GlassId is null || item.PostId == GlassId);
}
