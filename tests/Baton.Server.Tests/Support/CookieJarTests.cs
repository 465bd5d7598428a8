using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Server.Tests.Support;

public sealed class CookieJarTests
{
    [Fact]
    public async Task A_session_lasts_by_the_clock_of_the_test()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2020, 2, 1, 0, 0, 0, TimeSpan.Zero));
        using var jar = new CookieJar(clock)
        {
            InnerHandler = new Answer("baton=key; expires=Sun, 01 Mar 2020 00:00:00 GMT; path=/"),
        };
        using var browser = new HttpClient(jar) { BaseAddress = new Uri("http://localhost") };

        await browser.GetAsync("/");
        Assert.Equal("baton=key", await browser.GetStringAsync("/"));

        clock.Advance(TimeSpan.FromDays(60));
        await browser.GetAsync("/");
        Assert.Equal("", await browser.GetStringAsync("/"));
    }

    /// <summary>Sets a cookie and says which it was sent.</summary>
    private sealed class Answer(string cookie) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sent = request.Headers.TryGetValues("Cookie", out var cookies) ? string.Join("; ", cookies) : "";
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(sent) };
            response.Headers.Add("Set-Cookie", cookie);
            return Task.FromResult(response);
        }
    }
}
