namespace Baton.Server.Features.Accounts;

/// <summary>
/// A signed-in browser. The cookie holds a random key, the row its SHA-256; deleting the row signs the browser out.
/// It records no use: what it knows is when it began and when it ends.
/// </summary>
public sealed class Session
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private Session()
    {
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>SHA-256 of the key, in hexadecimal.</summary>
    public string KeyHash { get; private init; } = "";

    /// <summary>Browser and system in words, such as "Firefox on Linux".</summary>
    public string Device { get; private init; } = "";

    public DateTime CreatedAt { get; private init; }

    public DateTime ExpiresAt { get; private set; }

    public static Session Begin(Guid personId, string keyHash, string device, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        PersonId = personId,
        KeyHash = keyHash,
        Device = device,
        CreatedAt = now,
        ExpiresAt = now + Lifetime,
    };

    /// <summary>Moves the end when less than half of the time is left.</summary>
    public void Extend(DateTime now) => ExpiresAt = now + Lifetime;
}
