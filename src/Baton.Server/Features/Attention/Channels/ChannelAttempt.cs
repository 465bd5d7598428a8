using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Kernel.Jobs;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>What carries news of a batch to a person who has no page of Baton open.</summary>
public enum Channel
{
    Mail,
    Push,
}

/// <summary>Planned and Replanned are still to be made; the rest is over.</summary>
public enum AttemptState
{
    Planned,

    /// <summary>
    /// With their next batch: they went off or into focus, or the server could not be reached for long.
    /// </summary>
    Replanned,

    Sent,

    /// <summary>Another attempt, of the same person and channel, says it too.</summary>
    Joined,

    /// <summary>Nothing of it was open any more, so that nothing was sent.</summary>
    Moot,

    /// <summary>Given up: the device could not be reached for this batch.</summary>
    Failed,

    /// <summary>They cannot be reached there any more, or do not want to be.</summary>
    Gone,
}

/// <summary>
/// That a batch is to be told of on a channel, and what became of it: with <see cref="Batch"/> the log of everything
/// that ever left. There is one for each channel of a person and each batch with something new that is asked.
/// </summary>
public sealed class ChannelAttempt
{
    private ChannelAttempt()
    {
    }

    public Guid Id { get; private init; }

    public Guid BatchId { get; private init; }

    public Guid PersonId { get; private init; }

    public Channel Channel { get; private init; }

    /// <summary>The device, of a push; it may be gone by now.</summary>
    public Guid? SubscriptionId { get; private init; }

    /// <summary>Of the permit by which it was planned, and then of that by which it was sent.</summary>
    public PermitBasis Basis { get; private set; }

    public DateTime PlannedAt { get; private init; }

    public AttemptState State { get; private set; }

    /// <summary>Somebody sends it until then, unless they have died meanwhile.</summary>
    public DateTime? InHandUntil { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>The stretch of their day that the gate saw open when it was sent; null when it did not look.</summary>
    public DateTime? OpenFrom { get; private set; }

    public DateTime? OpenUntil { get; private set; }

    /// <summary>When the sending was held against their calendar; null before.</summary>
    public DateTime? AuditedAt { get; private set; }

    /// <summary>The attempt that says it instead.</summary>
    public Guid? JoinedId { get; private set; }

    /// <summary>Since it was planned, or planned anew.</summary>
    public int Tries { get; private set; }

    /// <summary>What the last try met, as a word; empty when it met nothing.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>Of its last change: two that would say the same meet here.</summary>
    public int Revision { get; private set; }

    public bool IsOpen => State is AttemptState.Planned or AttemptState.Replanned;

    /// <summary>The job's own tries are used up with it.</summary>
    public bool IsTiredOut => Tries >= Job.MaxAttempts;

    public static ChannelAttempt Plan(
        DeliveryPermit permit, Guid batchId, Channel channel, Guid? subscriptionId = null) => new()
        {
            Id = Guid.CreateVersion7(permit.At),
            BatchId = batchId,
            PersonId = permit.PersonId,
            Channel = channel,
            SubscriptionId = subscriptionId,
            Basis = permit.Basis,
            PlannedAt = permit.At,
        };

    /// <summary>
    /// It is about to be made: whoever finds the same at this moment comes too late. One that is cut off counts too.
    /// </summary>
    public void Begin(DateTime until)
    {
        InHandUntil = until;
        Tries++;
        Revision++;
    }

    public void Fail(string fault)
    {
        (Fault, InHandUntil) = (fault, null);
        Revision++;
    }

    public void Replan()
    {
        Tries = 0;
        End(AttemptState.Replanned);
    }

    public void Join(Guid attemptId)
    {
        JoinedId = attemptId;
        End(AttemptState.Joined);
    }

    public void Send(DeliveryPermit permit, DateTime now)
    {
        (Basis, SentAt, Fault) = (permit.Basis, now, "");
        (OpenFrom, OpenUntil) = (permit.Open?.Start.ToDateTimeUtc(), permit.Open?.End.ToDateTimeUtc());
        End(AttemptState.Sent);
    }

    public void End(AttemptState state)
    {
        (State, InHandUntil) = (state, null);
        Revision++;
    }

    public void Audit(DateTime now) => AuditedAt = now;
}
