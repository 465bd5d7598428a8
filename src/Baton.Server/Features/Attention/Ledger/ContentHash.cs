using System.Security.Cryptography;
using System.Text;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>
/// What an entry says of a post's words: SHA-256 of a salt and the subject, in hex. The salt lies with the envelope;
/// once it and the words are erased, nobody can tell what the words were, and every chain stays valid.
/// </summary>
public static class ContentHash
{
    /// <summary>Bytes of a salt: as many as guesses would have to go through.</summary>
    public const int SaltLength = 16;

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);

    public static string Of(byte[] salt, string subject) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(subject)]));
}
