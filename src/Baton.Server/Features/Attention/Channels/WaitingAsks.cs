using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>What a batch brought somebody and waits for them still: all that a channel tells of.</summary>
public sealed class WaitingAsks(SpaceAccess spaces, BatonDb db)
{
    /// <summary>The soonest due first.</summary>
    public IQueryable<OpenAsk> Of(Guid personId) => Of(
        personId, db.Addressees.AsNoTracking().Where(a => a.PersonId == personId));

    /// <summary>Those that one of these batches brought.</summary>
    public IQueryable<OpenAsk> Of(Guid personId, IReadOnlyList<Guid> batchIds) => Of(
        personId,
        db.Addressees.AsNoTracking()
            .Where(a => a.PersonId == personId && batchIds.Contains(a.BatchId!.Value)));

    private IQueryable<OpenAsk> Of(Guid personId, IQueryable<Addressee> theirs) =>
        from seen in spaces.Seen(db.Envelopes.AsNoTracking(), personId)
        join addressee in theirs on seen.Item.Id equals addressee.PostId
        join sender in db.People on addressee.ById equals sender.Id
        where addressee.ClosedAt == null && addressee.LapseAt != null
            && addressee.State == AddresseeState.Delivered && addressee.SnoozedUntil == null
        orderby addressee.LapseAt, addressee.Id
        select new OpenAsk(
            seen.Item.Subject, sender.Name, addressee.Role, addressee.RespondBy, seen.Item.Kind, seen.Item.Id);
}
