using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Baton.Server.Kernel.Push;
using Microsoft.AspNetCore.Http;

namespace Baton.Server.Tests.Support;

/// <summary>One push as it came: its headers, and what the browser reads.</summary>
internal sealed record ReceivedPush(IHeaderDictionary Headers, JsonElement News);

/// <summary>A push service with one browser behind it, which can read what comes.</summary>
internal sealed class FakePushService : IAsyncDisposable
{
    private readonly OutsideWorld _world;
    private readonly ECDiffieHellman _key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(16);

    private FakePushService(OutsideWorld world)
    {
        _world = world;
        world.Pages["/push"] = Answer;
    }

    public ConcurrentQueue<ReceivedPush> Received { get; } = [];

    /// <summary>Calls that it answered, with whatever.</summary>
    public int Calls { get; private set; }

    public int Status { get; set; } = 201;

    /// <summary>Seconds, with a refusal.</summary>
    public int? RetryAfter { get; set; }

    public string Endpoint => _world.At("/push");

    public string Key => Base64Url.EncodeToString(
        PushCurve.Point(_key.ExportParameters(includePrivateParameters: false)));

    public string Secret => Base64Url.EncodeToString(_secret);

    public static async Task<FakePushService> Open() => new(await OutsideWorld.Open());

    /// <summary>What a page sends to subscribe this browser.</summary>
    public object Subscription(
        string? endpoint = null, string? key = null, string? secret = null, string device = "Phone") =>
        new { endpoint = endpoint ?? Endpoint, p256dh = key ?? Key, auth = secret ?? Secret, device };

    public async Task<Guid> Subscribe(Cast who)
    {
        var id = Guid.CreateVersion7();
        await who.Put($"/api/me/push-subscriptions/{id}", Subscription()).Body();
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _key.Dispose();
    }

    private async Task Answer(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Calls++;
        http.Response.StatusCode = Status;
        if (Status is >= 200 and < 300)
        {
            Received.Enqueue(new ReceivedPush(
                new HeaderDictionary(http.Request.Headers.ToDictionary()), JsonElement.Parse(Read(body.ToArray()))));
        }
        else if (RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = $"{seconds}";
        }
        else if (Status is >= 300 and < 400)
        {
            http.Response.Headers.Location = _world.At("/elsewhere");
        }
    }

    // The browser's side of RFC 8291.
    private string Read(byte[] body)
    {
        var salt = body[..16];
        Assert.Equal(4096, BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(16)));
        var theirs = body[21..(21 + body[20])];
        var ours = PushCurve.Point(_key.ExportParameters(includePrivateParameters: false));
        using var peer = ECDiffieHellman.Create(PushCurve.Point(theirs));
        var seed = HKDF.DeriveKey(HashAlgorithmName.SHA256, _key.DeriveRawSecretAgreement(peer.PublicKey), 32, _secret,
            [.. "WebPush: info\0"u8, .. ours, .. theirs]);
        var key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, seed, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, seed, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());
        var sealedText = body.AsSpan(21 + body[20]);
        var plain = new byte[sealedText.Length - 16];
        using var cipher = new AesGcm(key, 16);
        cipher.Decrypt(nonce, sealedText[..^16], sealedText[^16..], plain);
        Assert.Equal(2, plain[^1]);
        return System.Text.Encoding.UTF8.GetString(plain.AsSpan(0, plain.Length - 1));
    }
}
