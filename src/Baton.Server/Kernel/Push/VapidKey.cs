using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Baton.Server.Kernel.Push;

/// <summary>
/// The key pair by which push services know this server (RFC 8292). Browsers bind their subscriptions to it: with
/// another one they would have to be made anew.
/// </summary>
public sealed class VapidKey : IDisposable
{
    /// <summary>At most a day; push services refuse tokens that hold longer.</summary>
    private static readonly TimeSpan TokenHolds = TimeSpan.FromHours(12);

    private readonly ECDsa _key = ECDsa.Create();

    public VapidKey(byte[] pkcs8)
    {
        _key.ImportPkcs8PrivateKey(pkcs8, out _);
        PublicKey = Base64Url.EncodeToString(
            PushCurve.Point(_key.ExportParameters(includePrivateParameters: false)));
    }

    /// <summary>As browsers want it: base64url.</summary>
    public string PublicKey { get; }

    /// <summary>A new pair, as PKCS #8.</summary>
    public static byte[] Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    /// <summary>The value of an Authorization header with the scheme <c>vapid</c>, for one push service.</summary>
    /// <param name="subject">Where whoever runs the push service finds whoever runs this one.</param>
    public string Authorize(Uri endpoint, string subject, DateTimeOffset now)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["aud"] = endpoint.GetLeftPart(UriPartial.Authority),
            ["exp"] = (now + TokenHolds).ToUnixTimeSeconds(),
            ["sub"] = subject,
        });
        var token = Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8)
            + "." + Base64Url.EncodeToString(claims);
        var signature = _key.SignData(
            Encoding.ASCII.GetBytes(token), HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"t={token}.{Base64Url.EncodeToString(signature)}, k={PublicKey}";
    }

    public void Dispose() => _key.Dispose();
}
