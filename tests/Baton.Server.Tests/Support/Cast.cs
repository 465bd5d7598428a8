using System.Net.Http.Json;
using System.Text.Json;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Tests.Support;

/// <summary>A person of the cast in their browser.</summary>
public sealed record Cast(Guid Id, string Name, string Email, Guid PersonalSpaceId, HttpClient Browser)
{
    public Task<HttpResponseMessage> Get(string path) => Browser.GetAsync(path);

    public Task<HttpResponseMessage> Post(string path, object? body = null) => Send(HttpMethod.Post, path, body);

    public Task<HttpResponseMessage> Put(string path, object? body = null) => Send(HttpMethod.Put, path, body);

    public Task<HttpResponseMessage> Patch(string path, object body) => Send(HttpMethod.Patch, path, body);

    public Task<HttpResponseMessage> Delete(string path) => Send(HttpMethod.Delete, path, null);

    /// <summary>The body of a successful GET, as the client sees it.</summary>
    public async Task<JsonElement> Read(string path) => await (await Get(path)).Body();

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body) => Browser.SendAsync(
        new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body, options: Json.Options),
        });
}

/// <summary>A browser in which nobody is signed in speaks like one of the cast.</summary>
public static class Browsers
{
    public static Task<HttpResponseMessage> PostJson(this HttpClient browser, string path, object body) =>
        browser.PostAsync(path, JsonContent.Create(body, options: Json.Options));

    public static Task<HttpResponseMessage> PutJson(this HttpClient browser, string path, object body) =>
        browser.PutAsync(path, JsonContent.Create(body, options: Json.Options));
}

public static class Answers
{
    /// <summary>The body of an answer that must be a success.</summary>
    public static async Task<JsonElement> Body(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    public static async Task<JsonElement> Body(this Task<HttpResponseMessage> response) =>
        await (await response).Body();

    /// <summary>
    /// Asserts a refusal that the API's document declares: its status, its stable code, for a 400 the field it names;
    /// for a 403 that it names the right in its sentence.
    /// </summary>
    public static async Task Refused(
        this Task<HttpResponseMessage> sent, int status, string code, string? field = null, string? right = null)
    {
        var response = await sent;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode,
            $"Expected {status} {code}, got {(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(text);
        Assert.Equal(code, problem.Text("code"));
        Assert.NotEmpty(problem.Text("title")!);
        Assert.NotEmpty(problem.Text("traceId")!);
        await Declared.Refusal(response.RequestMessage!, status, code);
        if (status == 403 && code != "cross-site")
        {
            Assert.Contains(problem.Text("right")!, problem.Text("title"), StringComparison.Ordinal);
            Assert.Equal(right ?? problem.Text("right"), problem.Text("right"));
        }

        if (field is not null)
        {
            Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _),
                $"Expected an error on {field}: {text}");
        }
    }

    public static string? Text(this JsonElement element, string property) => element.GetProperty(property).GetString();

    public static IReadOnlyList<string> Texts(this JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(one => one.GetString()!)];

    public static Guid Id(this JsonElement element, string property = "id") => element.GetProperty(property).GetGuid();
}
