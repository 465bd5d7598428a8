using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// Tells a request that is sent again from another one that takes the same id: the row keeps the mark of the request
/// that made it, whatever has happened to the row since.
/// </summary>
public static class Fingerprint
{
    public const int Length = 22;

    /// <summary>128 bits of SHA-256 over who asks for what.</summary>
    public static string Of(Guid actorId, object request) =>
        Base64Url.EncodeToString(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { actorId, request }, Json.Options)).AsSpan(0, 16));

    /// <exception cref="AppException">409 <c>id-taken</c> when the row was made by another request.</exception>
    public static void RequireSame(string made, string asked)
    {
        if (made != asked)
        {
            throw AppException.Conflict("id-taken", "That id is taken.");
        }
    }
}
