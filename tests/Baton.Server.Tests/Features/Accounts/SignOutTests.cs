using System.Globalization;
using Baton.Server.Features.Accounts;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Accounts;

public sealed class SignOutTests
{
    [Fact]
    public async Task Signing_out_ends_this_session_and_no_other()
    {
        await using var app = await TestApp.Start();
        var phone = app.Ben with { Browser = await app.SignIn(app.Ben.Email) };

        await phone.Delete("/api/sessions/current").Body();

        await phone.Get("/api/me").Refused(401, "sign-in-needed");
        Assert.Single((await app.Ben.Read("/api/sessions")).EnumerateArray());
    }

    [Fact]
    public async Task Whoever_comes_back_stays_signed_in()
    {
        await using var app = await TestApp.Start();
        app.Clock.Advance(Session.Lifetime / 2 + TimeSpan.FromDays(1));

        using var answer = await app.Ben.Get("/api/me");

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        var until = (app.Clock.GetUtcNow() + Session.Lifetime).ToString("R", CultureInfo.InvariantCulture);
        Assert.Contains($"expires={until}", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_was_read_leaves_the_browser_with_the_person()
    {
        await using var app = await TestApp.Start();

        using var answer = await app.Ben.Delete("/api/sessions/current");

        Assert.Equal(["\"cache\""], answer.Headers.GetValues("Clear-Site-Data"));
    }
}
