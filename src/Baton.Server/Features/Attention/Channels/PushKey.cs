using Baton.Server.Kernel.Push;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>This installation's key pair for web push, shared by its nodes. There is one; it is never logged.</summary>
public sealed class PushKey
{
    /// <summary>One row for ever: of two nodes that make one at the same moment the second fails on the key.</summary>
    public static readonly Guid TheId = new("01900000-0000-7000-8000-000000000002");

    private PushKey()
    {
    }

    public Guid Id { get; private init; } = TheId;

    /// <summary>PKCS #8.</summary>
    public byte[] PrivateKey { get; private init; } = [];

    public DateTime MadeAt { get; private init; }

    public static PushKey Make(DateTime now) => new() { PrivateKey = VapidKey.Make(), MadeAt = now };
}
