using Baton.Server.Kernel.Push;
using Baton.Server.Kernel.Text;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>A browser of somebody that hears of their batches. It ends with the session it was made in.</summary>
public sealed class PushSubscription
{
    public const int MaxPerPerson = 20;
    public const int MaxEndpointLength = 1000;
    public const int MaxDeviceLength = 80;

    /// <summary>Batches in a row for which it could not be reached; then it is given up.</summary>
    public const int MaxMisses = 5;

    private PushSubscription()
    {
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    public Guid SessionId { get; private set; }

    public string Endpoint { get; private set; } = "";

    public byte[] Key { get; private set; } = [];

    public byte[] Secret { get; private set; } = [];

    /// <summary>What its person calls it: "Firefox on Linux".</summary>
    public string Device { get; private set; } = "";

    public DateTime CreatedAt { get; private init; }

    /// <summary>Batches in a row for which it could not be reached.</summary>
    public int Misses { get; private set; }

    public PushTarget Target => new(new Uri(Endpoint), Key, Secret);

    public static PushSubscription Make(Guid id, Guid personId, DateTime now) =>
        new() { Id = id, PersonId = personId, CreatedAt = now };

    public void Lead(PushTarget target, Guid sessionId, string? device)
    {
        Device = PlainText.OptionalLine("device", device, MaxDeviceLength);
        (Endpoint, Key, Secret) = (target.Endpoint.AbsoluteUri, target.Key, target.Secret);
        (SessionId, Misses) = (sessionId, 0);
    }

    public void Reach() => Misses = 0;

    /// <returns>Whether it is to be given up.</returns>
    public bool Miss() => ++Misses >= MaxMisses;
}
