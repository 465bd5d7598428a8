using System.Text.Json;

namespace Baton.Server.Tests.Support;

/// <summary>What a test says to invite somebody, and to come in.</summary>
internal static class Invitations
{
    public static object To(
        TestApp app,
        string role = "member",
        IReadOnlyList<Guid>? spaces = null,
        string? spaceRole = null,
        double days = 7,
        int? uses = 1,
        string? email = null,
        Guid? id = null) => new
        {
            id = id ?? Guid.CreateVersion7(),
            role,
            spaceIds = spaces ?? [],
            spaceRole = spaceRole ?? (role == "guest" ? "guest" : "member"),
            expiresAt = app.Clock.GetUtcNow().UtcDateTime.AddDays(days),
            uses,
            email,
        };

    /// <summary>The code of a new invitation.</summary>
    public static async Task<string> Make(Cast maker, object request) =>
        CodeOf(await maker.Post("/api/invitations", request).Body());

    public static string CodeOf(JsonElement made) => made.Text("link")!.Split('#')[1];

    /// <summary>Comes in as a new person with a browser of their own.</summary>
    public static Task<HttpResponseMessage> Join(
        TestApp app,
        string code,
        string name,
        HttpClient? browser = null,
        string? email = null,
        string password = TestApp.Password,
        Guid? id = null) =>
        (browser ?? app.Stranger()).PostJson("/api/joinings", new
        {
            code,
            id = id ?? Guid.CreateVersion7(),
            name,
            email = email ?? $"{name.ToLowerInvariant()}@team.example",
            password,
            zone = "Europe/Lisbon",
            language = "en",
        });
}
