using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// A code that opens something for whoever holds it. It leaves the server once, in an answer or a mail; what is kept
/// is its hash, so that a copy of the database opens nothing.
/// </summary>
/// <param name="Code">256 random bits, safe in an address.</param>
/// <param name="Hash">SHA-256 of the code, in hexadecimal. No salt: nobody guesses 256 bits.</param>
public sealed record SecretCode(string Code, string Hash)
{
    public const int MaxLength = 64;

    public static SecretCode Make()
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return new SecretCode(code, HashOf(code));
    }

    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
