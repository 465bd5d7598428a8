using System.Buffers.Text;
using System.Security.Cryptography;

namespace Baton.Server.Kernel.Push;

/// <summary>Where a browser hears a push, and the keys with which only it can read what comes (RFC 8291).</summary>
/// <param name="Key">Its public key: a point of P-256, uncompressed, 65 bytes.</param>
/// <param name="Secret">Its authentication secret, 16 bytes.</param>
public sealed record PushTarget(Uri Endpoint, byte[] Key, byte[] Secret)
{
    private const int SecretLength = 16;

    /// <summary>A public key as a browser writes it, in base64url; null when that is no point of the curve.</summary>
    public static byte[]? ReadKey(string text)
    {
        if (Read(text) is not { } key)
        {
            return null;
        }

        try
        {
            using var _ = ECDiffieHellman.Create(PushCurve.Point(key));
            return key;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The same of a secret.</summary>
    public static byte[]? ReadSecret(string text) => Read(text) is { Length: SecretLength } secret ? secret : null;

    private static byte[]? Read(string text) => Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
