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
public sealed class Acts(WorkCalendars calendars, BatonDb db, TimeProvider clock)
{
    /// <summary>The addressee did it.</summary>
    public async Task Tell(Addressee mine, Envelope envelope, Act act, CancellationToken cancel)
    {
        Record(mine, envelope, act, mine.PersonId);
        TellSpace(mine, envelope, mine.PersonId);
        Announce(mine, envelope, await PersonalSpaces.Of(mine.PersonId, db, cancel), mine.PersonId);
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

    /// <summary>Whoever has it in their inbox sees there how it reads now; whoever is off, with their next batch.</summary>
    public async Task TellHolders(Envelope envelope, CancellationToken cancel)
    {
        var holding = await db.Addressees
            .Where(a => a.PostId == envelope.Id && a.ClosedAt == null && a.DeliveredAt != null)
            .ToListAsync(cancel);
        await Inform([.. holding.Select(theirs => (theirs, envelope))], envelope.SenderId, cancel);
    }

    private async Task Inform(
        IReadOnlyList<(Addressee Theirs, Envelope Envelope)> several, Guid? actorId, CancellationToken cancel)
    {
        var now = Instant.FromDateTimeUtc(clock.UtcNow());
        var hearing = several.Where(one => Hears(one.Theirs)).ToList();
        var ids = hearing.Select(one => one.Theirs.PersonId).ToHashSet();
        var (known, personal) = (await calendars.Of(ids, cancel), await PersonalSpaces.Of(ids, db, cancel));
        foreach (var (theirs, envelope) in hearing.Where(one => known.ContainsKey(one.Theirs.PersonId)))
        {
            var calendar = known[theirs.PersonId];
            if (theirs.State == AddresseeState.Queued || calendar.IsQuiet(now))
            {
                theirs.Plan(calendar.NextBatch(now)?.ToDateTimeUtc());
            }
            else
            {
                Announce(theirs, envelope, personal[theirs.PersonId], actorId);
            }
        }

        DeliverBatch.At(hearing.Select(one => one.Theirs), db);
    }

    /// <summary>Into their personal stream.</summary>
    public void Announce(Addressee addressee, Envelope envelope, Guid personalSpaceId, Guid? actorId)
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
