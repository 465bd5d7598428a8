using System.Net;
using System.Net.Http.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Kernel.Web;

public class ProxyTests
{
    [Fact]
    public async Task Each_address_behind_a_proxy_has_its_own_limit()
    {
        await using var app = await TestApp.StartEmpty(
            new Dictionary<string, string> { ["Limits:SignInsPerMinute"] = "1" });

        Assert.Equal(HttpStatusCode.Unauthorized, await SignIn(app, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SignIn(app, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignIn(app, "203.0.113.2"));
    }

    [Fact]
    public async Task A_write_from_the_address_the_proxy_serves_is_our_own()
    {
        await using var app = await TestApp.StartEmpty();

        Assert.Equal(HttpStatusCode.Unauthorized, await SignIn(app, origin: "https://baton.team.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await SignIn(app, origin: "https://elsewhere.example"));
    }

    private static async Task<HttpStatusCode> SignIn(TestApp app, string address = "203.0.113.1", string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sessions");
        request.Headers.Host = "baton.team.example";
        request.Headers.Add("X-Forwarded-For", address);
        request.Headers.Add("X-Forwarded-Proto", "https");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        request.Content = JsonContent.Create(new { email = "nobody@team.example", password = "a guess in the dark" });
        var response = await app.Stranger().SendAsync(request);
        return response.StatusCode;
    }
}
