using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Accounts;

public sealed class SignInTests
{
    private static readonly Dictionary<string, string> Three = new(StringComparer.Ordinal)
    {
        ["Limits:TriesPerAccount"] = "3",
    };

    [Fact]
    public async Task Whoever_signs_in_where_somebody_else_is_signed_in_is_themselves()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignIn(app.Ben.Email);

        await browser.PostJson("/api/sessions", new { app.Ada.Email, TestApp.Password }).Body();

        Assert.Equal(app.Ada.Id, (await browser.GetAsync("/api/me").Body()).GetProperty("person").Id());
    }

    [Fact]
    public async Task The_session_that_was_in_the_browser_before_ends()
    {
        await using var app = await TestApp.Start();
        var phone = app.Ben with { Browser = await app.SignIn(app.Ben.Email) };
        await using var feed = await Feed.Open(phone);
        await feed.Next("hello");

        await phone.Browser.PostJson("/api/sessions", new { app.Ada.Email, TestApp.Password }).Body();

        await feed.Next("bye");
        Assert.True(Assert.Single((await app.Ben.Read("/api/sessions")).EnumerateArray())
            .GetProperty("current").GetBoolean());
        Assert.Equal(2, (await app.Ada.Read("/api/sessions")).GetArrayLength());
    }

    [Fact]
    public async Task A_wrong_password_ends_no_session()
    {
        await using var app = await TestApp.Start();
        var phone = app.Ben with { Browser = await app.SignIn(app.Ben.Email) };

        await phone.Browser.PostJson("/api/sessions", new { app.Ada.Email, Password = "a wrong one" })
            .Refused(401, "sign-in-refused");

        Assert.Equal(app.Ben.Id, (await phone.Read("/api/me")).GetProperty("person").Id());
    }

    [Fact]
    public async Task A_session_holds_at_every_node_and_after_a_restart()
    {
        await using var app = await TestApp.Start();
        var cookie = await SignedIn.Cookie(app, app.Ben);

        await using var node = await app.SecondNode();
        using var browser = node.CreateDefaultClient(node.ClientOptions.BaseAddress);
        browser.DefaultRequestHeaders.Add("Cookie", cookie);

        await browser.GetAsync("/api/me").Body();
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_key_that_nobody_was_given_opens_nothing(string key)
    {
        await using var app = await TestApp.Start();
        using var browser = app.CreateDefaultClient(app.ClientOptions.BaseAddress);
        browser.DefaultRequestHeaders.Add("Cookie", $"baton={key}");

        await browser.GetAsync("/api/me").Refused(401, "sign-in-needed");
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_are_answered_alike()
    {
        await using var app = await TestApp.Start();

        var unknown = await Try(app, "nobody@team.example");
        var wrong = await Try(app, app.Ben.Email);

        Assert.Equal(await Sentence(unknown), await Sentence(wrong));
        Assert.Equal(401, (int)wrong.StatusCode);
    }

    [Theory]
    [InlineData("ben@team.example")]
    [InlineData("nobody@team.example")]
    public async Task Guessing_at_one_account_is_limited_whether_or_not_it_exists(string email)
    {
        await using var app = await TestApp.Start(Three);
        await Try(app, email);
        await Try(app, email.ToUpperInvariant());
        await Try(app, $" {email}");

        var refused = await Try(app, email);

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        await app.Ada.Post("/api/sessions", new { email = app.Ada.Email, password = TestApp.Password }).Body();
    }

    [Fact]
    public async Task Signing_in_with_the_right_password_is_never_too_much()
    {
        await using var app = await TestApp.Start(Three);
        await Try(app, app.Ben.Email);
        await Try(app, app.Ben.Email);

        for (var device = 0; device < 12; device++)
        {
            await app.SignIn(app.Ben.Email);
        }

        await Try(app, app.Ben.Email).Refused(401, "sign-in-refused");
        await Try(app, app.Ben.Email).Refused(429, "too-many-requests");
        await app.Stranger().PostJson("/api/sessions", new { email = app.Ben.Email, password = TestApp.Password })
            .Refused(429, "too-many-requests");
    }

    [Fact]
    public async Task Guesses_that_come_at_the_same_moment_count_as_many()
    {
        await using var app = await TestApp.Start(Three);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Try(app, app.Ben.Email)));

        Assert.Equal(3, answers.Count(a => (int)a.StatusCode == 401));
        Assert.Equal(9, answers.Count(a => (int)a.StatusCode == 429));
    }

    [Fact]
    public async Task The_refusal_says_in_words_when_it_ends_and_then_it_ends()
    {
        await using var app = await TestApp.Start(Three);
        await Try(app, app.Ben.Email);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await Try(app, app.Ben.Email);
        await Try(app, app.Ben.Email);

        var refused = await Try(app, app.Ben.Email);
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("That was too much at once. Try again in 10 minutes.", await Sentence(refused));
        Assert.Equal(TimeSpan.FromMinutes(10), refused.Headers.RetryAfter!.Delta);
        await app.SignIn(app.Ben.Email);
    }

    [Fact]
    public async Task Guessing_from_one_address_is_limited_over_all_accounts()
    {
        await using var app = await TestApp.Start(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Limits:SignInsPerMinute"] = "8" });
        var answers = new List<int>();

        for (var guess = 0; guess < 9; guess++)
        {
            answers.Add((int)(await Try(app, $"person{guess}@team.example")).StatusCode);
        }

        Assert.Contains(429, answers);
    }

    private static Task<HttpResponseMessage> Try(TestApp app, string email) =>
        app.Stranger().PostJson("/api/sessions", new { email, password = "a wrong one" });

    private static async Task<string?> Sentence(HttpResponseMessage answer) =>
        System.Text.Json.JsonElement.Parse(await answer.Content.ReadAsStringAsync()).Text("title");
}
