using System.Net;
using System.Net.Http.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Kernel.Web;

public sealed class LimitsTests
{
    [Fact]
    public async Task Who_asks_too_much_at_once_is_told_when_to_go_on_and_nobody_else_is()
    {
        await using var app = await TestApp.Start(
            new Dictionary<string, string> { ["Limits:Burst"] = "5", ["Limits:RequestsPerSecond"] = "1" });

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++)
        {
            answers.Add(await app.Ben.Get("/api/me"));
        }

        Assert.All(answers.Take(5), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        await Task.FromResult(refused).Refused(429, "too-many-requests");
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        await app.Mei.Read("/api/me");
    }

    [Fact]
    public async Task A_body_over_a_megabyte_is_refused_as_too_large()
    {
        await using var app = await TestApp.StartOnSocket();
        var message = new { id = Guid.CreateVersion7(), body = new string('x', 1024 * 1024) };

        await app.Ben.Post($"/api/spaces/{app.Launch}/messages", message).Refused(413, "too-large");
        // Also when it does not say beforehand how long it is.
        using var chunked = new HttpRequestMessage(HttpMethod.Post, $"/api/spaces/{app.Launch}/messages")
        {
            Content = JsonContent.Create(message),
        };
        chunked.Headers.TransferEncodingChunked = true;
        await app.Ben.Browser.SendAsync(chunked).Refused(413, "too-large");
    }
}
