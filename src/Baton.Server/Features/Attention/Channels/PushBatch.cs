using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Outside;
using Baton.Server.Kernel.Push;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>What a device is told: how much waits, and the first of what is new.</summary>
/// <param name="Tag">The batch: what tells of it twice, because an answer was lost, is shown once.</param>
/// <param name="At">When it left. What lay about for long is shown only as the server says it by then.</param>
/// <param name="CannotWait">It is shown whatever their hours are; what it says is of that one thing.</param>
public sealed record PushNews(string Title, string Body, string Url, string Tag, DateTime At, bool CannotWait);

/// <summary>
/// Tells a device of somebody that a batch has come. The push service forgets it when their hours end, so that it
/// reaches nobody later.
/// </summary>
public sealed class PushBatch(
    Dispatches dispatches,
    WaitingAsks waiting,
    PushKeys keys,
    PushSender sender,
    BatonDb db,
    TimeProvider clock) : IJob
{
    public const string Kind = "PushBatch";

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <param name="payload">The attempt's id.</param>
    public async Task Run(string payload, CancellationToken cancel)
    {
        if (await dispatches.Begin(Guid.Parse(payload), Kind, OutsideCalls.Patience, cancel) is not { } dispatch)
        {
            return;
        }

        var device = await PushSubscriptionAccess.Live(db, clock.UtcNow())
            .FirstOrDefaultAsync(s => s.Id == dispatch.Attempt.SubscriptionId, cancel);
        if (device is null)
        {
            await dispatches.End(dispatch.Attempt, AttemptState.Gone);
            return;
        }

        var language = await db.People.Where(p => p.Id == device.PersonId).Select(p => p.Language).SingleAsync(cancel);
        var news = await Write(dispatch, language, cancel);
        var answer = await Send(dispatch.Permit, device.Target, news, cancel);
        await Take(answer, dispatch, device);
    }

    private async Task<PushAnswer> Send(
        DeliveryPermit permit, PushTarget target, PushNews news, CancellationToken cancel)
    {
        using var key = await keys.Get(cancel);
        var text = JsonSerializer.SerializeToUtf8Bytes(news, Json.Options);
        return await sender.Send(target, text, key, permit.Until - clock.UtcNow(), topic: "inbox", cancel);
    }

    private async Task<PushNews> Write(Dispatch dispatch, string language, CancellationToken cancel)
    {
        var cannotWait = dispatch.Permit.Basis == PermitBasis.BreakGlass;
        var count = cannotWait
            ? dispatch.Asks.Count
            : await waiting.Of(dispatch.Permit.PersonId).CountAsync(cancel);
        return new PushNews(
            NoticeText.Title(language, count), NoticeText.Body(dispatch.Asks[0]), "/inbox",
            $"{dispatch.Attempt.BatchId}", clock.UtcNow(), cannotWait);
    }

    private Task Take(PushAnswer answer, Dispatch dispatch, PushSubscription device)
    {
        switch (answer.Outcome)
        {
            case PushOutcome.Taken:
                device.Reach();
                return dispatches.Sent(dispatch);
            case PushOutcome.Gone:
                db.PushSubscriptions.Remove(device);
                return dispatches.End(dispatch.Attempt, AttemptState.Gone);
            case PushOutcome.Later:
                dispatch.Attempt.Fail("later");
                return dispatch.Attempt.IsTiredOut
                    ? GiveUp(dispatch.Attempt, device)
                    : TryAgain(dispatch.Attempt, answer.Wait);
            default:
                dispatch.Attempt.Fail("refused");
                return GiveUp(dispatch.Attempt, device);
        }
    }

    // A job of its own for each try, since the push service says when: a device that cannot be reached is a matter of
    // its person, not of whoever looks after the server's jobs.
    private Task<int> TryAgain(ChannelAttempt attempt, TimeSpan? wait)
    {
        var pause = wait ?? ShortestPause * Math.Pow(2, attempt.Tries - 1);
        var due = clock.UtcNow() + TimeSpan.FromTicks(
            Math.Clamp(pause.Ticks, ShortestPause.Ticks, LongestPause.Ticks));
        db.Schedule(Kind, [(attempt.Id, due)]);
        return db.SaveChangesAsync(CancellationToken.None);
    }

    private Task GiveUp(ChannelAttempt attempt, PushSubscription device)
    {
        if (device.Miss())
        {
            db.PushSubscriptions.Remove(device);
        }

        return dispatches.End(attempt, AttemptState.Failed);
    }
}
