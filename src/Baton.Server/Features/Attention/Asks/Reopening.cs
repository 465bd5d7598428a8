using Baton.Server.Data;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>The one way in which what was over is open again: with time to answer it, and never twice.</summary>
public sealed class Reopening(WorkCalendars calendars, BatonDb db, TimeProvider clock)
{
    /// <summary>Undoes what its person did.</summary>
    /// <exception cref="AppException">
    /// 409 <c>ask-closed</c> when the post is gone, 409 <c>ask-exists</c> when they have been asked anew meanwhile.
    /// </exception>
    public async Task Of(Addressee mine, Envelope envelope, CancellationToken cancel)
    {
        if (envelope.WithdrawnAt is not null)
        {
            throw AppException.Conflict("ask-closed", "What was said here is gone.", AskResponse.From(mine));
        }

        if ((await Holders(envelope, cancel)).Contains(mine.PersonId))
        {
            throw AppException.Conflict(
                "ask-exists", "You have been asked about this anew meanwhile.", AskResponse.From(mine));
        }

        mine.Reopen();
        if (mine.State == AddresseeState.Queued)
        {
            // What passed them by never came: whoever brings it back has it.
            mine.Deliver(clock.UtcNow());
        }

        await GiveTime([mine], envelope, cancel);
    }

    /// <summary>Asks again what ended without their doing; who has been asked anew meanwhile is left out.</summary>
    public async Task<IReadOnlyList<(Addressee Theirs, Envelope Envelope)>> OfOthers(
        IEnumerable<Addressee> ended, Envelope envelope, CancellationToken cancel)
    {
        var holders = await Holders(envelope, cancel);
        var theirs = ended.Where(one => !holders.Contains(one.PersonId)).DistinctBy(one => one.PersonId).ToList();
        theirs.ForEach(one => one.AskAgain());
        await GiveTime(theirs, envelope, cancel);
        return [.. theirs.Select(one => (one, envelope))];
    }

    private async Task GiveTime(IReadOnlyList<Addressee> open, Envelope envelope, CancellationToken cancel)
    {
        var (now, known) = (clock.UtcNow(), await calendars.Of([.. open.Select(one => one.PersonId)], cancel));
        foreach (var ask in open.Where(one => one.IsAsk && known.ContainsKey(one.PersonId)))
        {
            if (ask.LapseAt <= now)
            {
                Deadline.Set(ask, envelope, known[ask.PersonId], now);
            }
        }

        Delivery.LapseAsk.At(open, db);
    }

    private async Task<HashSet<Guid>> Holders(Envelope envelope, CancellationToken cancel) =>
        await db.Addressees.Where(a => a.PostId == envelope.Id && a.ClosedAt == null)
            .Select(a => a.PersonId).ToHashSetAsync(cancel);
}
