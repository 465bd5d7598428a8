using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Baton.Server.Kernel.Web;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Contract;

/// <summary>
/// Whoever has an answer already is spared it: tried on every read that the API's own document lists, so that one that
/// is added later is tried by itself.
/// </summary>
public sealed class ETagTests
{
    [Fact]
    public async Task Every_JSON_answer_has_a_tag_and_is_not_sent_to_whoever_has_it()
    {
        await using var app = await TestApp.Start();
        var stage = await Stage.Set(app);
        var failures = new List<string>();
        var reads = (await Document(app)).Where(o => o is { IsWrite: false, Path: not "/api/live" }).ToList();
        foreach (var path in reads.Select(stage.Fill).Append("/api/openapi.json"))
        {
            var first = await app.Ada.Get(path);
            var tag = first.Headers.ETag;
            if (first.StatusCode != HttpStatusCode.OK || tag is null)
            {
                failures.Add($"{path}: {(int)first.StatusCode}, tag {tag}");
                continue;
            }

            var isJson = first.Content.Headers.ContentType?.MediaType == "application/json";
            var again = await Ask(app.Ada, path, tag);
            var other = await Ask(app.Ada, path, new EntityTagHeaderValue("\"other\""));
            if (again.StatusCode != HttpStatusCode.NotModified
                || (await again.Content.ReadAsByteArrayAsync()).Length > 0
                || !tag.Equals(again.Headers.ETag))
            {
                failures.Add($"{path} again: {(int)again.StatusCode}, tag {again.Headers.ETag}");
            }
            else if (other.StatusCode != HttpStatusCode.OK
                || await other.Content.ReadAsStringAsync() != await first.Content.ReadAsStringAsync())
            {
                failures.Add($"{path} with another tag: {(int)other.StatusCode}");
            }
            else if (isJson
                && !new[] { first, again }.All(a => a.Headers.CacheControl is { Private: true, NoCache: true }))
            {
                failures.Add($"{path}: Cache-Control {first.Headers.CacheControl}, then {again.Headers.CacheControl}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public async Task The_document_says_so_of_each()
    {
        await using var app = await TestApp.Start();
        var document = JsonElement.Parse(await app.Stranger().GetStringAsync("/api/openapi.json"));

        var answers = document.GetProperty("paths").EnumerateObject()
            .Where(p => p.Value.TryGetProperty("get", out _))
            .Select(p => (p.Name, Responses: p.Value.GetProperty("get").GetProperty("responses")))
            .ToList();

        Assert.NotEmpty(answers);
        Assert.All(answers, answer =>
        {
            var isJson = answer.Responses.GetProperty("200").TryGetProperty("content", out var content)
                && content.TryGetProperty("application/json", out _);
            Assert.True(isJson == answer.Responses.TryGetProperty("304", out _), answer.Name);
            Assert.True(!isJson
                || answer.Responses.GetProperty("200").GetProperty("headers").TryGetProperty("ETag", out _),
                answer.Name);
        });
    }

    [Fact]
    public async Task Another_answer_has_another_tag()
    {
        await using var app = await TestApp.Start();
        var before = (await app.Ben.Get("/api/me")).Headers.ETag!;

        await app.Ben.Patch("/api/me", new { roleText = "Anchor" }).Body();

        var after = await Ask(app.Ben, "/api/me", before);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before, after.Headers.ETag);
    }

    [Fact]
    public async Task A_proxy_may_have_made_the_tag_a_weak_one_and_any_tag_is_any()
    {
        await using var app = await TestApp.Start();
        var tag = (await app.Ben.Get("/api/me")).Headers.ETag!;

        foreach (var known in new[] { new EntityTagHeaderValue(tag.Tag, isWeak: true), EntityTagHeaderValue.Any })
        {
            Assert.Equal(HttpStatusCode.NotModified, (await Ask(app.Ben, "/api/me", known)).StatusCode);
        }
    }

    [Fact]
    public async Task An_answer_too_large_to_keep_has_its_tag_too_and_arrives_whole()
    {
        await using var app = await TestApp.Start();
        var words = string.Concat(Enumerable.Repeat("Größe 🚀 ", 1000));
        foreach (var n in Enumerable.Range(0, 12))
        {
            await app.Ben.Said(app.Launch, $"{n} {words}");
        }

        var path = $"/api/spaces/{app.Launch}/messages";
        var first = await app.Mei.Get(path);
        var text = await first.Content.ReadAsStringAsync();

        Assert.InRange(text.Length, TaggedBody.MaxKept, int.MaxValue);
        Assert.Equal(12, JsonElement.Parse(text).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotModified, (await Ask(app.Mei, path, first.Headers.ETag!)).StatusCode);
        await app.Ben.Said(app.Launch);
        Assert.Equal(HttpStatusCode.OK, (await Ask(app.Mei, path, first.Headers.ETag!)).StatusCode);
    }

    [Fact]
    public async Task What_one_person_was_answered_is_nothing_to_who_takes_the_browser_next()
    {
        await using var app = await TestApp.Start();

        foreach (var path in new[] { $"/api/spaces/{app.Launch}", $"/api/spaces/{app.Launch}/snapshot" })
        {
            var hers = await app.Mei.Get(path);
            Assert.Equal(HttpStatusCode.NotModified, (await Ask(app.Mei, path, hers.Headers.ETag!)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await Ask(app.Ben, path, hers.Headers.ETag!)).StatusCode);
        }
    }

    [Fact]
    public async Task A_refusal_and_the_live_feed_have_none()
    {
        await using var app = await TestApp.Start();

        var refused = await app.Ben.Get($"/api/tasks/{Guid.CreateVersion7()}");
        using var live = await app.Ben.Browser.GetAsync("/api/live", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.All([refused, live], answer => Assert.Null(answer.Headers.ETag));
    }

    private static Task<HttpResponseMessage> Ask(Cast person, string path, EntityTagHeaderValue known) =>
        person.Browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { known } } });

    private static async Task<IReadOnlyList<ApiOperation>> Document(TestApp app) =>
        ApiOperation.Of(JsonElement.Parse(await app.Stranger().GetStringAsync("/api/openapi.json")));
}
