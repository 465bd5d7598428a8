using System.Net;
using System.Text.RegularExpressions;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Kernel.Web;

public sealed partial class ApiPagesTests
{
    [Fact]
    public async Task Only_the_pages_own_scripts_run_and_nothing_goes_elsewhere()
    {
        await using var app = await TestApp.Start();

        var (policy, page) = await Read(app);

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        var directives = policy.Split("; ")
            .Select(d => d.Split(' ')).ToDictionary(d => d[0], d => d[1..], StringComparer.Ordinal);
        Assert.All(directives.SelectMany(d => d.Value),
            source => Assert.DoesNotContain(':', source.Replace("data:", "", StringComparison.Ordinal)));
        var nonce = Assert.Single(directives["script-src"]).Trim('\'')["nonce-".Length..];
        var scripts = Script().Matches(page).Select(m => m.Value).ToList();
        Assert.NotEmpty(scripts);
        Assert.All(scripts,
            script => Assert.Contains($"nonce=\"{nonce}\"", WebUtility.HtmlDecode(script), StringComparison.Ordinal));
        Assert.DoesNotContain("//", Attribute().Matches(page).Select(m => m.Groups["address"].Value));
    }

    [Fact]
    public async Task Each_answer_has_a_nonce_of_its_own_and_is_not_kept()
    {
        await using var app = await TestApp.Start();

        var (first, _) = await Read(app);
        var (second, _) = await Read(app);

        Assert.NotEqual(first, second);
        Assert.True((await app.Stranger().GetAsync("/api/docs/")).Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task What_the_page_loads_is_served_from_here()
    {
        await using var app = await TestApp.Start();

        var (_, page) = await Read(app);

        foreach (var address in Attribute()
            .Matches(page).Select(m => m.Groups["address"].Value).Where(a => !a.StartsWith('#')))
        {
            var answer = await app.Stranger()
                .GetAsync(new Uri(new Uri(app.ClientOptions.BaseAddress, "/api/docs/"), address));
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
        }
    }

    private static async Task<(string Policy, string Page)> Read(TestApp app)
    {
        var answer = await app.Stranger().GetAsync("/api/docs/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer.Headers.GetValues("Content-Security-Policy").Single(), await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<script[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();

    [GeneratedRegex("(src|href)=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();
}
