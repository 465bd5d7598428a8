namespace Baton.Server.Features.Attention.Delivery;

public enum PermitBasis
{
    /// <summary>They work at that moment and are not in focus.</summary>
    Hours,
}

/// <summary>
/// Leave to reach one person at one moment. Only the <see cref="Gate"/> can make one, and no channel works without.
/// </summary>
public sealed class DeliveryPermit
{
    internal DeliveryPermit(Gate.Seal seal, Guid personId, DateTime at, PermitBasis basis)
    {
        ArgumentNullException.ThrowIfNull(seal);
        (PersonId, At, Basis) = (personId, at, basis);
    }

    public Guid PersonId { get; }

    public DateTime At { get; }

    public PermitBasis Basis { get; }
}
