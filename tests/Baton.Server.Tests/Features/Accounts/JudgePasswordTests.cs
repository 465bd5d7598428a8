using System.Diagnostics;
using Baton.Server.Features.Accounts;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Accounts;

public sealed class JudgePasswordTests
{
    private static readonly string[] Words = ["Ada Lund", "ada@team.example"];

    [Theory]
    [InlineData("short", 0)]
    [InlineData("password", 0)]
    [InlineData("qwertyuiop", 0)]
    [InlineData("aaaaaaaaaaaa", 0)]
    [InlineData("Ada Lund ada", 0)]
    public async Task What_is_easily_guessed_is_weak_and_says_why(string password, int atMost)
    {
        await using var app = await TestApp.StartEmpty();

        var judged = await Judge(app, password);

        Assert.InRange(judged.GetProperty("score").GetInt32(), 0, atMost);
        Assert.NotEmpty(judged.Text("warning")!);
    }

    [Theory]
    [InlineData("four lamps beside it")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("xK9#mv2LpQ")]
    public async Task No_rule_of_composition_is_in_the_way(string password)
    {
        await using var app = await TestApp.StartEmpty();

        Assert.InRange((await Judge(app, password)).GetProperty("score").GetInt32(), PasswordStrength.Least, 4);
    }

    [Fact]
    public async Task The_reason_is_given_in_the_readers_language()
    {
        await using var app = await TestApp.StartEmpty();
        var browser = app.Stranger();
        browser.DefaultRequestHeaders.Add("Accept-Language", "fr, de-AT;q=0.9, en;q=0.5");

        var judged = await browser.PostJson("/api/password-strength",
            new { password = "short", words = Array.Empty<string>() }).Body();

        Assert.Equal("Es braucht mindestens 8 Zeichen.", judged.Text("warning"));
    }

    [Fact]
    public void Judging_costs_no_time_worth_attacking()
    {
        var longest = new string('a', 100) + string.Concat(Enumerable.Repeat("4b5c@", 20));
        PasswordStrength.Judge("warm the dictionaries", Words, "en");
        var watch = Stopwatch.StartNew();

        for (var n = 0; n < 20; n++)
        {
            PasswordStrength.Judge(longest, Words, "en");
        }

        Assert.InRange(watch.Elapsed / 20, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }

    private static async Task<System.Text.Json.JsonElement> Judge(TestApp app, string password) =>
        await app.Stranger().PostJson("/api/password-strength", new { password, words = Words }).Body();
}
