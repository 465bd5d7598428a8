using System.Net;
using System.Net.Http.Json;
using System.Text;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Kernel.Web;

/// <summary>The headers that keep a browser from doing with an answer what it is not for.</summary>
public sealed class GuardTests
{
    [Fact]
    public async Task Every_answer_has_them_refusals_too()
    {
        await using var app = await TestApp.Start(new Dictionary<string, string> { ["Limits:SignInsPerMinute"] = "1" });
        var stranger = app.Stranger();
        var guess = new { email = "ada@team.example", password = "a guess in the dark" };

        await Guarded(200, app.Ben.Get("/api/me"));
        await Guarded(200, app.Ben.Get("/healthz"));
        await Guarded(400,
            app.Ben.Browser.PostAsync("/api/spaces", new StringContent("{", Encoding.UTF8, "application/json")));
        await Guarded(401, stranger.GetAsync("/api/me"));
        await Guarded(401, stranger.PostAsJsonAsync("/api/sessions", guess));
        await Guarded(429, stranger.PostAsJsonAsync("/api/sessions", guess));
        await Guarded(404, app.Ben.Get($"/api/spaces/{Guid.CreateVersion7()}"));
        await Guarded(404, app.Ben.Get("/api/nowhere"));
        await Guarded(405, app.Ben.Put("/api/me"));
    }

    [Fact]
    public async Task So_has_the_refusal_of_too_many_tries_for_one_account()
    {
        await using var app = await TestApp.Start();
        var stranger = app.Stranger();
        var guess = new { email = "ada@team.example", password = "a guess in the dark" };
        Task<HttpResponseMessage> answer;
        do
        {
            answer = stranger.PostAsJsonAsync("/api/sessions", guess);
        }
        while ((await answer).StatusCode == HttpStatusCode.Unauthorized);

        await Guarded(429, answer);
    }

    private static async Task Guarded(int status, Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.StartsWith("default-src 'self'", Only(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Only(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Only(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Only(answer, "Cross-Origin-Opener-Policy"));
    }

    private static string Only(HttpResponseMessage answer, string header) =>
        Assert.Single(answer.Headers.TryGetValues(header, out var values) ? values : []);
}
