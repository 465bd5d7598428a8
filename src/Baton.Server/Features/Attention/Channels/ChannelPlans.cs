using Baton.Server.Data;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Kernel.Mail;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>On which channels a batch is told of: those that its person has and wants.</summary>
public sealed class ChannelPlans(Mailer mailer, BatonDb db)
{
    /// <summary>The caller saves: the batch, the attempts and their jobs are one transaction.</summary>
    public async Task Make(DeliveryPermit permit, Guid batchId, CancellationToken cancel)
    {
        var devices = await Devices(permit.PersonId, permit.At)
            .OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
        var attempts = devices.ConvertAll(id => ChannelAttempt.Plan(permit, batchId, Channel.Push, id));
        db.ChannelAttempts.AddRange(attempts);
        db.Schedule(PushBatch.Kind, attempts.Select(attempt => (attempt.Id, permit.At)));
        if (await HasMail(permit.PersonId, cancel))
        {
            var attempt = ChannelAttempt.Plan(permit, batchId, Channel.Mail);
            db.ChannelAttempts.Add(attempt);
            db.Schedule(MailDigest.Kind, [(attempt.Id, permit.At)]);
        }
    }

    /// <summary>Whether anything outside Baton tells them.</summary>
    public async Task<bool> Reach(Guid personId, DateTime now, CancellationToken cancel) =>
        await HasMail(personId, cancel) || await Devices(personId, now).AnyAsync(cancel);

    private IQueryable<PushSubscription> Devices(Guid personId, DateTime now) =>
        PushSubscriptionAccess.Live(db, now).Where(s => s.PersonId == personId);

    private async Task<bool> HasMail(Guid personId, CancellationToken cancel) =>
        mailer.IsOn && await Reachable.ByMail(db).AnyAsync(p => p.Id == personId, cancel);
}
