namespace Baton.Server.Tests.Support;

/// <summary>How people choose in tests how much of a place they hear.</summary>
internal static class Hearing
{
    /// <param name="place">As in the path: <c>spaces/ID</c>, <c>spaces/ID/chat</c>, <c>topics/ID</c>.</param>
    public static Task<HttpResponseMessage> Hear(this Cast who, string place, string? level) =>
        who.Put($"/api/{place}/hearing", new { level });

    public static Task<HttpResponseMessage> HearAsBefore(this Cast who, string place) =>
        who.Delete($"/api/{place}/hearing");

    /// <summary>What somebody chose, as <c>place:level</c>, the newest first.</summary>
    public static async Task<IReadOnlyList<string>> Hears(this Cast who) =>
        [.. (await who.Read("/api/me/hearing")).EnumerateArray().Select(h => $"{h.Text("place")}:{h.Text("level")}")];
}
