using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Outside;
using Baton.Server.Kernel.Push;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>What a device shows: how much waits, and the first of it.</summary>
/// <param name="Tag">The batch: what tells of it twice, because an answer was lost, is shown once.</param>
public sealed record PushNews(string Title, string Body, string Url, string Tag);

/// <summary>
/// Tells a device of somebody that a batch has come. The push service forgets it when their hours end, so that it
/// reaches nobody later.
/// </summary>
public sealed class PushBatch(
    Dispatches dispatches, PushKeys keys, PushSender sender, BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "PushBatch";

    private const int LongestBody = 120;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private static readonly Catalogue Texts = new("Features.Attention.Channels.ChannelsTexts");

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
        var answer = await Send(dispatch.Permit, device.Target, Write(dispatch, language), cancel);
        await Take(answer, dispatch, device);
    }

    private async Task<PushAnswer> Send(
        DeliveryPermit permit, PushTarget target, PushNews news, CancellationToken cancel)
    {
        using var key = await keys.Get(cancel);
        var text = JsonSerializer.SerializeToUtf8Bytes(news, Json.Options);
        return await sender.Send(target, text, key, permit.Until - clock.UtcNow(), topic: "inbox", cancel);
    }

    private static PushNews Write(Dispatch dispatch, string language) => new(
        Texts.Say(language, dispatch.Asks.Count == 1 ? "push.one" : "push.many", dispatch.Asks.Count),
        PlainText.Shorten(dispatch.Asks[0].Subject, LongestBody),
        "/inbox",
        $"{dispatch.Attempt.BatchId}");

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
