using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Delivery;

/// <summary>
/// Ends an ask when its time has passed without an answer: what was agreed for that happens. Never a report.
/// </summary>
public sealed class LapseAsk(WorkCalendars calendars, Acts acts, BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "LapseAsk";

    public static void At(Addressee ask, BatonDb db) => At([ask], db);

    /// <summary>Of these, those that are asks.</summary>
    public static void At(IEnumerable<Addressee> several, BatonDb db) =>
        db.Schedule(Kind, several.Where(one => one.LapseAt is not null).Select(ask => (ask.Id, ask.LapseAt!.Value)));

    public async Task Run(string payload, CancellationToken cancel)
    {
        var id = Guid.Parse(payload);
        var found = await (
            from addressee in db.Addressees
            join envelope in db.Envelopes on addressee.PostId equals envelope.Id
            where addressee.Id == id && addressee.ClosedAt == null
            select new { Addressee = addressee, Envelope = envelope }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return;
        }

        var (ask, now) = (found.Addressee, clock.UtcNow());
        if (ask.LapseAt > now)
        {
            // They have longer by now: their calendar changed, or they took it until later.
            At(ask, db);
        }
        else if (ask.DeliverAt is not null && ask.SnoozedUntil is null)
        {
            await BeginAnew(ask, found.Envelope, now, cancel);
        }
        else
        {
            ask.End(AddresseeState.Lapsed, now);
            await acts.TellLater([(ask, found.Envelope)], Act.Lapsed, actorId: null, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>It is still on its way to them, as after an outage: their time begins with its batch.</summary>
    private async Task BeginAnew(Addressee ask, Envelope envelope, DateTime now, CancellationToken cancel)
    {
        if ((await calendars.Of([ask.PersonId], cancel)).TryGetValue(ask.PersonId, out var calendar))
        {
            Deadline.Set(ask, envelope, calendar, ask.DeliverAt > now ? ask.DeliverAt.Value : now);
            At(ask, db);
            acts.TellSpace(ask, envelope, actorId: null);
        }
    }
}
