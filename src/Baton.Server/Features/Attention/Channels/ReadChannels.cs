using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Mail;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Channels;

/// <param name="Offered">Whether this server sends mail at all.</param>
/// <param name="Confirmed">Whether I have shown that I read my address; before, nothing is mailed there.</param>
/// <param name="Problem">What the last digest met, <c>unreachable</c> or <c>refused</c>; null when it was sent.</param>
/// <param name="ProblemSince">Since when it waits.</param>
public sealed record MailChannelResponse(
    bool Offered, bool Wanted, bool Confirmed, string? Problem, DateTime? ProblemSince);

/// <summary>A device of mine that hears of my batches.</summary>
/// <param name="Here">It is the browser that asks.</param>
/// <param name="Problem">It could not be reached the last time.</param>
public sealed record PushSubscriptionResponse(Guid Id, string Device, DateTime CreatedAt, bool Here, bool Problem)
{
    public static PushSubscriptionResponse From(PushSubscription subscription, CurrentPerson me) => new(
        subscription.Id, subscription.Device, subscription.CreatedAt, subscription.SessionId == me.SessionId,
        subscription.Misses > 0);
}

public sealed record ChannelsResponse(MailChannelResponse Mail, IReadOnlyList<PushSubscriptionResponse> Push);

/// <summary>How I hear of what is asked of me while no page of Baton is open. Nobody else can ask.</summary>
public static class ReadChannels
{
    public static async Task<Ok<ChannelsResponse>> Handle(
        CurrentPerson me, Mailer mailer, PushSubscriptionAccess subscriptions, BatonDb db, CancellationToken cancel)
    {
        var devices = await subscriptions.Mine(me).AsNoTracking()
            .OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).ToListAsync(cancel);
        return TypedResults.Ok(new ChannelsResponse(
            await Mail(await me.Load(cancel), mailer, db, cancel),
            devices.ConvertAll(device => PushSubscriptionResponse.From(device, me))));
    }

    public static async Task<MailChannelResponse> Mail(
        Person person, Mailer mailer, BatonDb db, CancellationToken cancel)
    {
        var waiting = await db.ChannelAttempts.AsNoTracking()
            .Where(a => a.PersonId == person.Id && a.Channel == Channel.Mail
                && (a.State == AttemptState.Planned || a.State == AttemptState.Replanned) && a.Fault != "")
            .OrderBy(a => a.PlannedAt).FirstOrDefaultAsync(cancel);
        return new MailChannelResponse(
            mailer.IsOn, !person.DigestOff, person.EmailConfirmed, waiting?.Fault, waiting?.PlannedAt);
    }
}
