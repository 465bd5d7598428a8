using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Baton.Server.Kernel.Outside;
using Baton.Server.Kernel.Web;
using Microsoft.Extensions.Options;

namespace Baton.Server.Kernel.Push;

public enum PushOutcome
{
    Taken,

    /// <summary>The browser does not want it any more (404, 410).</summary>
    Gone,

    /// <summary>Not now (429, 5xx), no answer, or nothing that may be reached.</summary>
    Later,

    /// <summary>The push service will not take it.</summary>
    Refused,
}

/// <param name="Wait">How long the push service asks to be left alone.</param>
public sealed record PushAnswer(PushOutcome Outcome, TimeSpan? Wait = null);

/// <summary>Hands a push to the push service of a browser (RFC 8030).</summary>
public sealed class PushSender(OutsideCalls outside, IOptions<BatonSettings> settings, TimeProvider clock)
{
    /// <param name="timeToLive">For how long the push service may keep it for a device that is off.</param>
    /// <param name="topic">One that has not arrived is replaced by the next of the same topic.</param>
    public async Task<PushAnswer> Send(
        PushTarget target,
        ReadOnlyMemory<byte> text,
        VapidKey key,
        TimeSpan timeToLive,
        string topic,
        CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Endpoint)
        {
            Content = new ByteArrayContent(PushEncryption.Encrypt(text.Span, target)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.Authorization =
            new AuthenticationHeaderValue("vapid", key.Authorize(target.Endpoint, Subject, clock.GetUtcNow()));
        request.Headers.Add(
            "TTL", ((long)Math.Max(0, timeToLive.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Topic", topic);
        request.Headers.Add("Urgency", "normal");
        try
        {
            using var response = await outside.Post(request, cancel);
            return Judge(response.StatusCode, response.Headers.RetryAfter);
        }
        catch (OutsideException)
        {
            return new PushAnswer(PushOutcome.Later);
        }
    }

    private string Subject => settings.Value.Url is { Scheme: "https" } url
        ? url.GetLeftPart(UriPartial.Authority)
        : $"mailto:baton@{settings.Value.Url.Host}";

    private PushAnswer Judge(HttpStatusCode status, RetryConditionHeaderValue? retry) => (int)status switch
    {
        >= 200 and < 300 => new PushAnswer(PushOutcome.Taken),
        404 or 410 => new PushAnswer(PushOutcome.Gone),
        429 or >= 500 => new PushAnswer(PushOutcome.Later, retry?.Delta ?? retry?.Date - clock.GetUtcNow()),
        _ => new PushAnswer(PushOutcome.Refused),
    };
}
