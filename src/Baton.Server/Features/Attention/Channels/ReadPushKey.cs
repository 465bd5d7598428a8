using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Channels;

/// <param name="Key">What a browser subscribes with (<c>applicationServerKey</c>): base64url.</param>
public sealed record PushKeyResponse(string Key);

/// <summary>The public key by which push services know this server.</summary>
public static class ReadPushKey
{
    public static async Task<Ok<PushKeyResponse>> Handle(PushKeys keys, CancellationToken cancel)
    {
        using var key = await keys.Get(cancel);
        return TypedResults.Ok(new PushKeyResponse(key.PublicKey));
    }
}
