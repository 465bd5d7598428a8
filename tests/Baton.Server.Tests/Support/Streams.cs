using System.Text.Json;

namespace Baton.Server.Tests.Support;

public static class Streams
{
    /// <summary>The kinds announced in a space since a version, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> Kinds(this Cast reader, Guid spaceId, long after = 0) =>
        [.. (await reader.Changes(spaceId, after)).Select(c => c.Text("kind")!)];

    public static async Task<IReadOnlyList<JsonElement>> Changes(this Cast reader, Guid spaceId, long after = 0) =>
        [.. (await reader.Read($"/api/spaces/{spaceId}/changes?after={after}&limit=5000"))
            .GetProperty("changes").EnumerateArray()];

    public static async Task<long> Version(this Cast reader, Guid spaceId) =>
        (await reader.Read($"/api/spaces/{spaceId}")).GetProperty("version").GetInt64();

    /// <summary>Asserts that a write was accepted and, being a repeat, announced nothing.</summary>
    public static async Task Repeated(this Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        Assert.False(answer.Headers.Contains("Baton-Changes"), "A repeat announced something.");
    }
}
