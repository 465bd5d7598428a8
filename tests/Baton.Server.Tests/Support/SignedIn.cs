using System.Net.Http.Json;

namespace Baton.Server.Tests.Support;

/// <summary>A session for a client that is no browser.</summary>
internal static class SignedIn
{
    /// <summary>The value of a Cookie header that carries a session of this person.</summary>
    public static async Task<string> Cookie(TestApp app, Cast person)
    {
        using var client = app.Stranger();
        var answer = await client.PostAsJsonAsync("/api/sessions", new { person.Email, TestApp.Password });
        answer.EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }
}
