using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using NodaTime;

namespace Baton.Server.Features.Attention.Delivery;

/// <summary>
/// The one gate through which anything reaches a person. It opens only while they work and are not in focus, writes
/// down that it did, and hands the news to the channels.
/// </summary>
public sealed class Gate(BatonDb db)
{
    /// <summary>Null while they are off or in focus.</summary>
    public DeliveryPermit? Permit(PersonCalendar person, DateTime now) =>
        person.IsQuiet(Instant.FromDateTimeUtc(now))
            ? null
            : new DeliveryPermit(Seal.Of, person.PersonId, now, PermitBasis.Hours);

    /// <summary>The caller saves: what was emitted and that it was are one transaction.</summary>
    public void Emit(DeliveryPermit permit, IReadOnlyList<Addressee> items, DateTime now)
    {
        if (items.Count > 0)
        {
            var asks = items.Count(item => item.IsAsk);
            db.Batches.Add(Batch.Of(permit, asks, items.Count - asks));
        }
    }

    internal sealed class Seal
    {
        private Seal()
        {
        }

        internal static Seal Of { get; } = new();
    }
}
