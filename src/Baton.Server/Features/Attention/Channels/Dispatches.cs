using Baton.Server.Data;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Kernel;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>
/// What all channels have in common: leave is asked for anew when an attempt is made, since its person may be off by
/// then; what other attempts have still to say it says as well, so that nothing comes twice and nothing is left out.
/// </summary>
public sealed class Dispatches(
    Gate gate, WorkCalendars calendars, WaitingAsks waiting, BatonDb db, TimeProvider clock)
{
    /// <summary>After the batch that it waits for, which takes it along if it has something to say itself.</summary>
    private static readonly TimeSpan AfterBatch = TimeSpan.FromMinutes(1);

    /// <param name="needs">How long it may take to send it: it must not arrive when their day is over.</param>
    /// <returns>
    /// Null when there is nothing to send: it was sent already, nothing of it is open any more, or they are off or in
    /// focus by now, so that it waits for their next batch.
    /// </returns>
    public async Task<Dispatch?> Begin(Guid attemptId, string kind, TimeSpan needs, CancellationToken cancel)
    {
        var attempt = await db.ChannelAttempts.FirstOrDefaultAsync(a => a.Id == attemptId, cancel);
        if (attempt is not { IsOpen: true })
        {
            return null;
        }

        var calendar = (await calendars.Of([attempt.PersonId], cancel)).GetValueOrDefault(attempt.PersonId);
        var now = clock.UtcNow();
        if (calendar is null)
        {
            await End(attempt, AttemptState.Gone);
            return null;
        }

        var batch = await db.Batches.AsNoTracking().SingleAsync(b => b.Id == attempt.BatchId, cancel);
        if (gate.PermitAgain(batch, calendar, now) is not { } permit || permit.Until - now < needs)
        {
            Replan(attempt, calendar, kind, now);
            await db.SaveChangesAsync(cancel);
            return null;
        }

        var batches = await TakeAlong(attempt, permit, now, cancel);
        var asks = await waiting.Of(attempt.PersonId, batches).ToListAsync(cancel);
        if (asks.Count == 0)
        {
            await End(attempt, AttemptState.Moot);
            return null;
        }

        attempt.Begin(now + needs + needs);
        await db.SaveChangesAsync(cancel);
        var glass = permit.GlassId is null ? null
            : await db.BreakGlasses.AsNoTracking().SingleAsync(g => g.Id == permit.GlassId, cancel);
        return new Dispatch(attempt, permit, calendar, asks, glass);
    }

    /// <summary>It has left.</summary>
    // Not to be cancelled: what is not written down now would be sent once more.
    public Task Sent(Dispatch dispatch)
    {
        dispatch.Attempt.Send(dispatch.Permit, clock.UtcNow());
        return db.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>
    /// It has not. The job is tried again, with growing pauses; when it gives up, the attempt waits for their next
    /// batch.
    /// </summary>
    public Task Failed(Dispatch dispatch, string kind, string fault)
    {
        dispatch.Attempt.Fail(fault);
        if (dispatch.Attempt.IsTiredOut)
        {
            Replan(dispatch.Attempt, dispatch.Calendar, kind, clock.UtcNow());
        }

        return db.SaveChangesAsync(CancellationToken.None);
    }

    public Task End(ChannelAttempt attempt, AttemptState state)
    {
        attempt.End(state);
        return db.SaveChangesAsync(CancellationToken.None);
    }

    private void Replan(ChannelAttempt attempt, PersonCalendar calendar, string kind, DateTime now)
    {
        if (calendar.NextBatch(Instant.FromDateTimeUtc(now)) is { } next)
        {
            attempt.Replan();
            db.Schedule(kind, [(attempt.Id, next.ToDateTimeUtc() + AfterBatch)]);
        }
        else
        {
            // They do not work again as far as anybody can see.
            attempt.End(AttemptState.Gone);
        }
    }

    /// <summary>
    /// The batches that it speaks for: its own, and those of which nobody has told them there yet, nor tells them at
    /// this moment.
    /// </summary>
    private async Task<IReadOnlyList<Guid>> TakeAlong(
        ChannelAttempt attempt, DeliveryPermit permit, DateTime now, CancellationToken cancel)
    {
        // What was let through whatever their hours are speaks for itself, and nothing else for it.
        var others = permit.Basis != PermitBasis.Hours ? [] : await db.ChannelAttempts
            .Where(a => a.PersonId == attempt.PersonId && a.Channel == attempt.Channel && a.Id != attempt.Id
                && a.SubscriptionId == attempt.SubscriptionId && a.Basis == PermitBasis.Hours
                && (a.InHandUntil == null || a.InHandUntil <= now)
                && (a.State == AttemptState.Planned || a.State == AttemptState.Replanned))
            .ToListAsync(cancel);
        var ids = others.Select(other => (Guid?)other.Id).Append(attempt.Id).ToList();
        var joined = await db.ChannelAttempts.Where(a => ids.Contains(a.JoinedId)).ToListAsync(cancel);
        var all = others.Concat(joined).ToList();
        all.ForEach(other => other.Join(attempt.Id));
        return [attempt.BatchId, .. all.Select(other => other.BatchId)];
    }
}
