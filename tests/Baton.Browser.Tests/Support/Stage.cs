using System.Globalization;
using System.Net;
using Baton.Browser.Tests.Support;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Features.Joining;
using Baton.Server.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Stage))]

namespace Baton.Browser.Tests.Support;

/// <summary>
/// The whole server with the built client on a loopback port, and one Chromium, for the whole run. Each test plays a
/// scene of its own.
/// </summary>
public sealed class Stage : IAsyncLifetime
{
    private TestApp _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private int _scenes;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        _app = await TestApp.Start(services: InRealTime, host: app =>
        {
            OnLoopback(app);
            app.StartServer();
        });
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BATON_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>
    /// A scene with a cast of its own: Ada (admin), Ben and Mei (members) and Gus (guest), and a space with all of
    /// them.
    /// </summary>
    /// <param name="space">What the space is called.</param>
    public async Task<Scene> Play(string space = "Launch")
    {
        var number = Interlocked.Increment(ref _scenes);
        var scene = new Scene(this, _app.ClientOptions.BaseAddress)
        {
            Ada = await Hire("Ada", "Europe/Lisbon", WorkspaceRole.Admin, number),
            Ben = await Hire("Ben", "America/Denver", WorkspaceRole.Member, number),
            Mei = await Hire("Mei", "Asia/Tokyo", WorkspaceRole.Member, number),
            Gus = await Hire("Gus", "Europe/Berlin", WorkspaceRole.Guest, number),
        };
        await scene.OpenSpace(space);
        return scene;
    }

    /// <summary>A story on a clock that stands still until the test moves it, for Ada, Ben, Mei and Gus.</summary>
    public async Task<Story> PlayOnClock(DateTimeOffset start)
    {
        var smtp = new FakeSmtp();
        var app = await TestApp.Start(smtp.Settings, host: app =>
        {
            OnLoopback(app);
            app.StartServer();
        });
        app.Clock.SetUtcNow(start);
        foreach (var person in new[] { app.Ada, app.Ben, app.Mei, app.Gus })
        {
            await app.ConfirmAddress(person);
        }

        return new Story(this, app, smtp);
    }

    /// <summary>Enters acts in ledgers, without the posts that cause them.</summary>
    internal Task<int> Record(params IEnumerable<LedgerAct> acts) => _app.InDb(db =>
    {
        foreach (var act in acts)
        {
            db.Record(act);
        }

        return db.SaveChangesAsync();
    });

    /// <summary>A server on which nobody is yet, and the address at which a browser finds it.</summary>
    public static async Task<(IAsyncDisposable Server, Uri Address)> StartEmpty()
    {
        var app = await TestApp.StartEmpty();
        var server = app.WithWebHostBuilder(host => host.ConfigureTestServices(InRealTime));
        OnLoopback(server);
        server.StartServer();
        return (app, server.ClientOptions.BaseAddress);
    }

    /// <summary>A fresh browser profile in which nobody is signed in.</summary>
    /// <param name="touch">On a wide screen that is touched.</param>
    /// <param name="keepsClient">Lets the page's service worker keep the client. It hides requests from tests that cut
    /// the network.</param>
    internal async Task<IPage> OpenBrowser(
        Uri address, View view, string locale = "en-GB", bool keepsClient = false, bool touch = false)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = view.Width, Height = view.Height },
            ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light,
            HasTouch = touch || view.IsPhone,
            IsMobile = view.IsPhone,
            Locale = locale,
            TimezoneId = "Europe/Lisbon",
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = keepsClient ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        // What slows a page down has a session of its own with the browser, in which the network is there after a
        // reload.
        if (!keepsClient)
        {
            await page.SlowDown();
        }

        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>A member of the workspace whose address nobody in another scene has.</summary>
    private async Task<Cast> Hire(string name, string zone, WorkspaceRole role, int number)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"{name}.{number}@team.example").ToLowerInvariant();
        await using var scope = _app.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<NewAccount>()
            .Open(new Newcomer(name, email, TestApp.Password, zone, "en"), role);
        await scope.ServiceProvider.GetRequiredService<BatonDb>().SaveChangesAsync();
        return new Cast(person.Id, name, email, person.PersonalSpaceId, await _app.SignIn(email));
    }

    /// <summary>People in a browser live by the real clock.</summary>
    private static void InRealTime(IServiceCollection services) => services.AddSingleton(TimeProvider.System);

    private static void OnLoopback(WebApplicationFactory<Program> app) =>
        app.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
}
