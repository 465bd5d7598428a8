using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Delivery;

/// <summary>
/// Computes a person's pending plans anew after their calendar changed: when each reaches them, and by when they are
/// asked to respond. A date never moves into the past by it.
/// </summary>
public sealed class Replan(WorkCalendars calendars, Acts acts, BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "Replan";

    public static Job For(Guid personId, DateTime now) => Job.Of(Kind, personId.ToString(), now);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var personId = Guid.Parse(payload);
        if (!(await calendars.Of([personId], cancel)).TryGetValue(personId, out var calendar))
        {
            return;
        }

        var open = await (
            from addressee in db.Addressees
            join envelope in db.Envelopes on addressee.PostId equals envelope.Id
            where addressee.PersonId == personId && addressee.ClosedAt == null
                && (addressee.State == AddresseeState.Queued || addressee.LapseAt != null)
            select new { Addressee = addressee, Envelope = envelope }).ToListAsync(cancel);
        var now = clock.UtcNow();
        var batch = calendar.NextBatch(Instant.FromDateTimeUtc(now))?.ToDateTimeUtc();
        foreach (var (mine, envelope) in open.Select(o => (o.Addressee, o.Envelope)))
        {
            if (mine.State == AddresseeState.Queued && mine.DeliverAt != batch && !ComesNow(mine, calendar, now))
            {
                mine.Plan(batch);
                acts.Record(mine, envelope, Act.Planned, actorId: null);
            }

            if (mine.IsAsk)
            {
                Expect(mine, envelope, calendar, now);
            }
        }

        DeliverBatch.At(open.Select(o => o.Addressee).Where(a => a.State == AddresseeState.Queued), db);
        await db.SaveChangesAsync(cancel);
    }

    // Its batch is being made at this moment, or was due while the server was down.
    private static bool ComesNow(Addressee mine, PersonCalendar calendar, DateTime now) =>
        mine.DeliverAt <= now && !calendar.IsQuiet(Instant.FromDateTimeUtc(now));

    private void Expect(Addressee mine, Envelope envelope, PersonCalendar calendar, DateTime now)
    {
        var (at, lapse, _) = RespondBy.Of(envelope, calendar, Instant.FromDateTimeUtc(mine.BeganAt));
        var lapseAt = lapse.ToDateTimeUtc();
        if (lapseAt > now && (mine.RespondBy, mine.LapseAt) != (at?.ToDateTimeUtc(), lapseAt))
        {
            mine.Expect(at?.ToDateTimeUtc(), lapseAt);
            LapseAsk.At(mine, db);
            acts.TellSpace(mine, envelope, actorId: null);
        }
    }
}
