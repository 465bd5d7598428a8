using System.Text.Json;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Data.Demo;

/// <summary>
/// Somebody of the demo team, at their browser: everything they do goes through the API, as it does for everyone.
/// </summary>
internal sealed class DemoPerson(string name, HttpClient browser, StoryClock clock)
{
    public string Name { get; } = name;

    public string Email { get; } = $"{name.ToLowerInvariant()}@fernweh.example";

    public Guid Id { get; private set; }

    public string Mention => $"[@{Name}](baton:person/{Id})";

    public async Task Enter(Task<JsonElement> me) => Id = (await me).GetProperty("person").GetProperty("id").GetGuid();

    /// <summary>Sends a write a little later than the one before; its answer must be a success.</summary>
    public async Task<JsonElement> Do(HttpMethod method, string path, object? body = null)
    {
        clock.Pass(TimeSpan.FromSeconds(40));
        using var request = new HttpRequestMessage(method, "/api" + path)
        {
            Content = body is null ? null : JsonContent.Create(body, options: Json.Options),
        };
        using var response = await browser.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? text.Length == 0 ? default : JsonElement.Parse(text)
            : throw new InvalidOperationException(
                $"{Name}: {method} {path} answered {(int)response.StatusCode} {text}");
    }

    public Task<JsonElement> Post(string path, object? body = null) => Do(HttpMethod.Post, path, body);

    public Task<JsonElement> Put(string path, object? body = null) => Do(HttpMethod.Put, path, body);

    public Task<JsonElement> Patch(string path, object body) => Do(HttpMethod.Patch, path, body);

    public Task<JsonElement> Get(string path) => Do(HttpMethod.Get, path);

    public async Task<Guid> Say(string place, string body, Guid? threadId = null, Guid? quoteId = null)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        object message = threadId is { } thread
            ? new { id, body, threadId = thread }
            : quoteId is { } quote ? new { id, body, quoteId = quote } : new { id, body };
        await Post($"{place}/messages", message);
        return id;
    }

    public Task React(Guid messageId, string emoji) =>
        Put($"/messages/{messageId}/reactions/{Uri.EscapeDataString(emoji)}");
}
