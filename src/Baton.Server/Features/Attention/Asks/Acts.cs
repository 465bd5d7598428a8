using Baton.Server.Data;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Features.Attention.Inbox;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>
/// What follows from every change of an addressee, in the transaction that makes it: the ledger's entry, the news to
/// the space, and to the addressee. What others do is told to them by their next batch, what they do themselves at
/// once.
/// </summary>
public sealed class Acts(WorkCalendars calendars, Gate gate, BatonDb db, TimeProvider clock)
{
    /// <summary>The addressee did it.</summary>
    public Task Tell(Addressee mine, Envelope envelope, Act act, CancellationToken cancel) =>
        Tell(mine.PersonId, [(mine, envelope)], act, cancel);

    /// <summary>Their addressee did all of it at once.</summary>
    public async Task Tell(
        Guid personId,
        IReadOnlyList<(Addressee Mine, Envelope Envelope)> several,
        Act act,
        CancellationToken cancel)
    {
        var personal = await PersonalSpaces.Of(personId, db, cancel);
        foreach (var (mine, envelope) in several)
        {
            Record(mine, envelope, act, personId);
            Announce(mine, envelope, personal, personId);
            // That somebody put it off, or took it up again, would tell the others when they were at their inbox.
            if (act is not (Act.Snoozed or Act.Delivered))
            {
                TellSpace(mine, envelope, personId);
            }
        }
    }

    /// <summary>
    /// Somebody else, or time, did it to them: whoever is off or in focus hears of it with their next batch.
    /// </summary>
    /// <param name="actorId">Null when it was time.</param>
    public async Task TellLater(
        IReadOnlyList<(Addressee Theirs, Envelope Envelope)> several, Act act, Guid? actorId, CancellationToken cancel)
    {
        await Inform(several, actorId, cancel);
        foreach (var (theirs, envelope) in several)
        {
            Record(theirs, envelope, act, actorId);
            TellSpace(theirs, envelope, actorId);
        }
    }

    /// <summary>
    /// Whoever has it in their inbox sees there how it reads now; whoever is off, with their next batch.
    /// </summary>
    public async Task TellHolders(Envelope envelope, CancellationToken cancel)
    {
        var holding = await db.Addressees
            .Where(a => a.PostId == envelope.Id && a.ClosedAt == null && a.DeliveredAt != null)
            .ToListAsync(cancel);
        await Inform([.. holding.Select(theirs => (theirs, envelope))], envelope.SenderId, cancel);
    }

    /// <summary>It reads otherwise now for these people, and for nobody else.</summary>
    public async Task Inform(
        IReadOnlyList<(Addressee Theirs, Envelope Envelope)> several, Guid? actorId, CancellationToken cancel)
    {
        var hearing = several.Where(one => Hears(one.Theirs)).ToList();
        var ids = hearing.Select(one => one.Theirs.PersonId).ToHashSet();
        var (known, personal) = (await calendars.Of(ids, cancel), await PersonalSpaces.Of(ids, db, cancel));
        var blind = await Blind(hearing, cancel);
        var now = clock.UtcNow();
        foreach (var (theirs, envelope) in hearing.Where(one => known.ContainsKey(one.Theirs.PersonId)))
        {
            var calendar = known[theirs.PersonId];
            if (theirs.State == AddresseeState.Queued || gate.Permit(calendar, now) is not { } permit)
            {
                theirs.Plan(calendar.NextBatch(Instant.FromDateTimeUtc(now))?.ToDateTimeUtc());
            }
            else if (!theirs.IsOpen || !blind.Contains(theirs.Id))
            {
                Announce(permit, theirs, envelope, personal[theirs.PersonId], actorId);
            }
        }

        DeliverBatch.At(hearing.Select(one => one.Theirs), db);
    }

    /// <summary>
    /// Those whose person has left the space, or may not look back so far, and so hears no more of it.
    /// </summary>
    private async Task<HashSet<Guid>> Blind(
        List<(Addressee Theirs, Envelope Envelope)> several, CancellationToken cancel)
    {
        var ids = several.Where(one => one.Theirs.IsOpen).Select(one => one.Theirs.Id).ToList();
        return ids.Count == 0
            ? []
            : await Unseen.Of(db.Addressees.Where(a => ids.Contains(a.Id)), db)
                .Select(a => a.Id).ToHashSetAsync(cancel);
    }

    /// <summary>Into the personal stream of somebody whom the gate permits to be reached.</summary>
    public void Announce(
        DeliveryPermit permit, Addressee theirs, Envelope envelope, Guid personalSpaceId, Guid? actorId)
    {
        if (!permit.Covers(theirs))
        {
            throw new InvalidOperationException("That permit is for somebody or something else.");
        }

        Announce(theirs, envelope, personalSpaceId, actorId);
    }

    private void Announce(Addressee addressee, Envelope envelope, Guid personalSpaceId, Guid? actorId)
    {
        if (addressee.IsOpen)
        {
            db.Announce(
                personalSpaceId, "inbox.changed", envelope.Id, actorId, InboxItemResponse.From(addressee, envelope));
        }
        else
        {
            db.Announce(personalSpaceId, "inbox.closed", envelope.Id, actorId, new { addressee.Id });
        }
    }

    public void Record(Addressee addressee, Envelope envelope, Act act, Guid? actorId) => db.Record(new LedgerAct(
        addressee.PersonId, addressee.Id, act, addressee.State, actorId,
        act == Act.Taken ? addressee.CommitAt : addressee.DeliverAt, envelope.ContentHash));

    // Of what never reached them they need not hear that it is over; what they put off they see when it comes back.
    private static bool Hears(Addressee theirs) =>
        theirs.SnoozedUntil is null && (theirs.DeliveredAt is not null || theirs.IsOpen);

    /// <summary>Whoever sees the post sees what became of its asks.</summary>
    public void TellSpace(Addressee addressee, Envelope envelope, Guid? actorId)
    {
        if (addressee.IsAsk && envelope.Kind == PostKind.Message)
        {
            db.Announce(envelope, "ask.changed", actorId,
                () => new { envelope.Id, Ask = AskResponse.From(addressee) });
        }
    }
}
