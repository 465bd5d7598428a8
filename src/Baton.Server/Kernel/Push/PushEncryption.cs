using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Baton.Server.Kernel.Push;

/// <summary>
/// Encrypts a push for one browser (RFC 8291) as one record of aes128gcm (RFC 8188): the push service in between reads
/// nothing of it.
/// </summary>
public static class PushEncryption
{
    /// <summary>Push services take 4096 bytes at least, of which 103 are needed around the text.</summary>
    public const int MaxTextLength = RecordSize - 103;

    private const int RecordSize = 4096;
    private const int SaltLength = 16;
    private const int TagLength = 16;
    private const int HeaderLength = SaltLength + 4 + 1 + PushCurve.PointLength;
    private const byte LastRecord = 2;

    public static byte[] Encrypt(ReadOnlySpan<byte> text, PushTarget target)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(text, target, own, RandomNumberGenerator.GetBytes(SaltLength));
    }

    /// <summary>With a key and a salt that are given, as in the RFC's example. Each serves for one push only.</summary>
    internal static byte[] Encrypt(ReadOnlySpan<byte> text, PushTarget target, ECDiffieHellman own, byte[] salt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MaxTextLength, nameof(text));
        var ownKey = PushCurve.Point(own.ExportParameters(includePrivateParameters: false));
        using var peer = ECDiffieHellman.Create(PushCurve.Point(target.Key));
        var shared = own.DeriveRawSecretAgreement(peer.PublicKey);
        var seed = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, target.Secret,
            [.. "WebPush: info\0"u8, .. target.Key, .. ownKey]);
        var key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, seed, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, seed, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());

        byte[] plain = [.. text, LastRecord];
        var body = new byte[HeaderLength + plain.Length + TagLength];
        salt.CopyTo(body, 0);
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(SaltLength), RecordSize);
        body[SaltLength + 4] = PushCurve.PointLength;
        ownKey.CopyTo(body, SaltLength + 5);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(
            nonce, plain, body.AsSpan(HeaderLength, plain.Length), body.AsSpan(HeaderLength + plain.Length));
        return body;
    }
}
