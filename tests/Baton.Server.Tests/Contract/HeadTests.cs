using System.Net;
using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Contract;

/// <summary>HEAD asks for everything but the body (RFC 9110, 9.3.2), wherever GET answers.</summary>
public sealed class HeadTests
{
    // An answer made for one moment or one request.
    private static readonly string[] Passing = ["Date", "Content-Length", "Transfer-Encoding"];

    [Fact]
    public async Task Every_read_answers_it_as_it_answers_GET()
    {
        await using var app = await TestApp.StartOnSocket();
        var stage = await Stage.Set(app);
        var failures = new List<string>();
        var document = JsonElement.Parse(await app.Stranger().GetStringAsync("/api/openapi.json"));
        var reads = ApiOperation.Of(document).Where(o => !o.IsWrite).Select(stage.Fill);
        foreach (var path in reads.Append("/api/openapi.json")
            .Append($"/api/spaces/{Guid.CreateVersion7()}").Append("/api/nowhere").Append("/api/password-strength"))
        {
            using var whole = await app.Ada.Browser.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            using var head = await Head(app.Ada.Browser, path);
            var body = await head.Content.ReadAsByteArrayAsync();
            if (head.StatusCode != whole.StatusCode || body.Length > 0 || Headers(head) != Headers(whole))
            {
                failures.Add($"{path}: {(int)head.StatusCode}, {body.Length} bytes\n{Headers(head)}\nbut GET {(int)whole.StatusCode}\n{Headers(whole)}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    [Fact]
    public async Task Who_has_the_answer_already_is_told_so_and_a_stranger_is_refused()
    {
        await using var app = await TestApp.Start();
        using var known = new HttpRequestMessage(HttpMethod.Head, "/api/me")
        {
            Headers = { IfNoneMatch = { (await app.Ben.Get("/api/me")).Headers.ETag! } },
        };

        Assert.Equal(HttpStatusCode.NotModified, (await app.Ben.Browser.SendAsync(known)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Head(app.Stranger(), "/api/me")).StatusCode);
    }

    private static Task<HttpResponseMessage> Head(HttpClient browser, string path) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

    private static string Headers(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => !Passing.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return string.Join('\n', headers.Order(StringComparer.Ordinal));
    }
}
