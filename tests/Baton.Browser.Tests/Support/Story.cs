using Baton.Server.Tests.Support;
using Microsoft.Playwright;

namespace Baton.Browser.Tests.Support;

/// <summary>
/// A server of its own on a clock that goes on only when the test says so, browsers that live by the same clock, and
/// a mail server that keeps what it gets for whoever is in it.
/// </summary>
public sealed class Story : IAsyncDisposable
{
    private readonly Stage _stage;
    private readonly TestApp _app;
    private readonly FakeSmtp _smtp;
    private readonly List<(string Name, IPage Page)> _pages = [];

    internal Story(Stage stage, TestApp app, FakeSmtp smtp) => (_stage, _app, _smtp) = (stage, app, smtp);

    public Cast Ada => _app.Ada;

    public Cast Ben => _app.Ben;

    public Cast Mei => _app.Mei;

    public Cast Gus => _app.Gus;

    /// <summary>Whom mails went to, in order.</summary>
    public IReadOnlyList<string> Mailed =>
        [.. _smtp.Received.SelectMany(mail => mail.To.Mailboxes.Select(m => m.Address))];

    public string Chat => $"/s/{_app.Launch}/chat";

    /// <summary>The code of the link in the newest mail.</summary>
    public string MailedCode => FakeSmtp.CodeIn(_smtp.Received[^1]);

    /// <summary>Somebody new in the space.</summary>
    /// <param name="confirmed">They have shown that they read their address.</param>
    public async Task<Cast> Join(string name, string zone, bool confirmed = true)
    {
        var person = await _app.Hire(name, zone);
        await Ada.Put($"/api/spaces/{_app.Launch}/members/{person.Id}", new { role = "member" }).Body();
        if (confirmed)
        {
            await _app.ConfirmAddress(person);
        }

        return person;
    }

    /// <summary>Somebody asks somebody for an answer, in the chat.</summary>
    public async Task Ask(Cast who, Cast whom, string body = "Who signs it?") => await who.Post(
        $"/api/spaces/{_app.Launch}/messages",
        new
        {
            id = Guid.CreateVersion7(),
            body,
            envelope = new { addressees = new[] { new { personId = whom.Id, role = "answer" } } },
        }).Body();

    /// <summary>A person's browser, signed in, at a path.</summary>
    /// <param name="before">What runs in each of its pages before anything of ours.</param>
    /// <param name="keepsClient">With the service worker that keeps the client on the device.</param>
    public async Task<IPage> Visit(
        Cast person, string path, View? view = null, string? before = null, bool keepsClient = false)
    {
        var page = await _stage.OpenBrowser(
            _app.ClientOptions.BaseAddress, view ?? View.Desktop, keepsClient: keepsClient);
        _pages.Add((person.Name, page));
        if (before is not null)
        {
            await page.AddInitScriptAsync(before);
        }

        await page.Clock.InstallAsync(new() { TimeDate = _app.Clock.GetUtcNow().UtcDateTime });
        await page.Context.AddCookiesAsync([await SessionOf(person)]);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Time passes, on the server first; what is due on the way happens.</summary>
    public async Task GoOnTo(DateTimeOffset then)
    {
        var passed = then - _app.Clock.GetUtcNow();
        await _app.LiveUntil(then);
        await Task.WhenAll(_pages.Select(one => one.Page.Clock.FastForwardAsync((long)passed.TotalMilliseconds)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (name, page) in _pages)
        {
            await page.Picture($"{TestContext.Current.TestMethod?.MethodName ?? "end"} {name}");
            await page.Context.DisposeAsync();
        }

        await _app.DisposeAsync();
        await _smtp.DisposeAsync();
    }

    // Without its end: the browser would measure that by the real clock.
    private async Task<Cookie> SessionOf(Cast person)
    {
        using var browser = _app.Stranger();
        using var answer = await browser.PostJson(
            "/api/sessions", new { email = person.Email, password = TestApp.Password });
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=', 2);
        return new Cookie { Name = cookie[0], Value = cookie[1], Url = _app.ClientOptions.BaseAddress.ToString() };
    }
}
