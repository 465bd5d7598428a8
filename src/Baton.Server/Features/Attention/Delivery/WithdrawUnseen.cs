using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Delivery;

/// <summary>
/// Ends what is asked of people about posts that they do not see any more: they left the space, or the task went to
/// another one.
/// </summary>
public sealed class WithdrawUnseen(Acts acts, BatonDb db, TimeProvider clock) : IJob
{
    /// <summary>Of one person, or of all that lies at a place.</summary>
    public sealed record Whose(Guid? PersonId = null, Guid? PlaceId = null);

    public static Job OfPlace(Guid placeId, DateTime now) =>
        Job.Of(Departure.Aftermath, JsonSerializer.Serialize(new Whose(PlaceId: placeId), Json.Options), now);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var (personId, placeId) = JsonSerializer.Deserialize<Whose>(payload, Json.Options)!;
        var open = db.Addressees.Where(a => a.ClosedAt == null && (personId == null || a.PersonId == personId));
        var unseen = await (
            from addressee in Unseen.Of(open, db)
            join envelope in db.Envelopes on addressee.PostId equals envelope.Id
            where placeId == null || envelope.PlaceId == placeId
            select new { Addressee = addressee, Envelope = envelope }).ToListAsync(cancel);
        unseen.ForEach(one => one.Addressee.End(AddresseeState.Withdrawn, clock.UtcNow()));
        await acts.TellLater(
            [.. unseen.Select(one => (one.Addressee, one.Envelope))], Act.Withdrawn, actorId: null, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
