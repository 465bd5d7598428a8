using System.Security.Cryptography;
using System.Text;
using Baton.Server.Features.Attention.Asks;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>
/// Something that does not add up: an item and its ledger differ, or a delivery was lost and planned anew. Kept for
/// good, and shown to who manages the workspace; it tells no words.
/// </summary>
public sealed class Incident
{
    private Incident()
    {
    }

    /// <summary>The same for the same thing, whoever finds it.</summary>
    public Guid Id { get; private init; }

    public IncidentKind Kind { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>
    /// The addressee row; of broken quiet the batch, or what was sent of it; null of a lost delivery.
    /// </summary>
    public Guid? ItemId { get; private init; }

    /// <summary>What the ledger says.</summary>
    public AddresseeState? Recorded { get; private init; }

    /// <summary>What the item says.</summary>
    public AddresseeState? Stands { get; private init; }

    public DateTime FoundAt { get; private init; }

    public DateTime LatestAt { get; private set; }

    public int Times { get; private set; } = 1;

    public static Incident Of(
        IncidentKind kind,
        Guid personId,
        Guid? itemId,
        DateTime now,
        AddresseeState? recorded = null,
        AddresseeState? stands = null) => new()
        {
            Id = new Guid(SHA256.HashData(
                Encoding.UTF8.GetBytes($"{kind}|{personId}|{itemId}|{recorded}|{stands}")).AsSpan(0, 16)),
            Kind = kind,
            PersonId = personId,
            ItemId = itemId,
            Recorded = recorded,
            Stands = stands,
            FoundAt = now,
            LatestAt = now,
        };

    public void FindAgain(DateTime now) => (LatestAt, Times) = (now, Times + 1);
}

public enum IncidentKind
{
    /// <summary>An item of which the ledger knows nothing.</summary>
    EntryMissing,

    /// <summary>An entry whose item is gone.</summary>
    ItemMissing,

    /// <summary>The item stands otherwise than its last entry says.</summary>
    StateDiffers,

    /// <summary>A delivery was overdue and nothing would have brought it. It is planned again.</summary>
    DeliveryLost,

    /// <summary>Something reached somebody at a moment that their calendar calls quiet (Q1 of async.md).</summary>
    QuietBroken,
}
