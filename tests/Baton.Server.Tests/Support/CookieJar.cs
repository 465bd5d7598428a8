using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;

namespace Baton.Server.Tests.Support;

/// <summary>
/// A browser's cookies, by the test's clock. The framework's own jar goes by the real one, for which the sessions of a
/// clock that stands still have ended some day.
/// </summary>
internal sealed class CookieJar(TimeProvider clock) : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, string> _kept = new(StringComparer.Ordinal);

    /// <param name="header">What an answer says in <c>Set-Cookie</c>.</param>
    public void Keep(string header)
    {
        var cookie = SetCookieHeaderValue.Parse(header);
        if (cookie.Expires <= clock.GetUtcNow() || cookie.MaxAge <= TimeSpan.Zero)
        {
            _kept.TryRemove(cookie.Name.ToString(), out _);
        }
        else
        {
            _kept[cookie.Name.ToString()] = cookie.Value.ToString();
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_kept.IsEmpty)
        {
            request.Headers.Add("Cookie", string.Join("; ", _kept.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            cookies.ToList().ForEach(Keep);
        }

        return response;
    }
}
