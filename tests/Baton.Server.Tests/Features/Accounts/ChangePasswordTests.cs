using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Accounts;

public sealed class ChangePasswordTests
{
    private const string Next = "forty lamps beside the harbour";

    [Fact]
    public async Task A_new_password_signs_my_other_browsers_out_and_keeps_this_one()
    {
        await using var app = await TestApp.Start();
        var phone = app.Ben with { Browser = await app.SignIn(app.Ben.Email) };
        await using var feed = await Feed.Open(phone);
        await feed.Next("hello");

        await app.Ben.Put("/api/me/password", new { current = TestApp.Password, next = Next }).Body();

        await feed.Next("bye");
        await phone.Get("/api/me").Refused(401, "sign-in-needed");
        await app.Ben.Get("/api/me").Body();
        await app.SignIn(app.Ben.Email, Next);
        await app.Stranger().PostJson("/api/sessions", new { email = app.Ben.Email, password = TestApp.Password })
            .Refused(401, "sign-in-refused");
    }

    [Fact]
    public async Task Sending_it_twice_is_answered_alike()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Put("/api/me/password", new { current = TestApp.Password, next = Next }).Body();
        var phone = app.Ben with { Browser = await app.SignIn(app.Ben.Email, Next) };

        await app.Ben.Put("/api/me/password", new { current = TestApp.Password, next = Next }).Body();

        await phone.Get("/api/me").Body();
    }

    [Theory]
    [InlineData("password1", "next")]
    [InlineData("short", "next")]
    [InlineData("ben@team.example", "next")]
    [InlineData("Ben Ben Ben", "next")]
    public async Task A_weak_one_is_refused(string next, string field)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Put("/api/me/password", new { current = TestApp.Password, next }).Refused(400, "invalid", field);
    }

    [Fact]
    public async Task Somebody_at_my_unlocked_screen_cannot_change_it_and_cannot_guess_for_long()
    {
        await using var app = await TestApp.Start(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Limits:TriesPerAccount"] = "4" });
        var attempt = new { current = "a wrong one", next = Next };

        // Each is two tries: the change, and whether it was done before.
        await app.Ben.Put("/api/me/password", attempt).Refused(400, "invalid", "current");
        await app.Ben.Put("/api/me/password", attempt).Refused(400, "invalid", "current");
        await app.Ben.Put("/api/me/password", attempt).Refused(429, "too-many-requests");

        await app.SignIn(app.Ben.Email);
    }
}
