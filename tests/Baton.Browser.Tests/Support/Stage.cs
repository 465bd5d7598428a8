using System.Net;
using Baton.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Baton.Browser.Tests.Support;

/// <summary>The whole server with the built client on a loopback port, and one Chromium; each person gets a browser profile of their own.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Stage(TestApp app, IPlaywright playwright, IBrowser browser, Uri address)
    {
        App = app;
        _playwright = playwright;
        _browser = browser;
        Address = address;
    }

    public TestApp App { get; }

    public Uri Address { get; }

    /// <param name="settings">The server's settings, such as limits.</param>
    public static async Task<Stage> Open(IReadOnlyDictionary<string, string>? settings = null)
    {
        // People in a browser live by the real clock.
        var app = await TestApp.Start(
            settings,
            services => services.AddSingleton(TimeProvider.System),
            host =>
            {
                host.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
                host.StartServer();
            });
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BATON_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        return new Stage(app, playwright, browser, app.ClientOptions.BaseAddress);
    }

    /// <summary>A fresh browser profile in which nobody is signed in.</summary>
    public async Task<IPage> Stranger(View? view = null)
    {
        var look = view ?? View.Desktop;
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            HasTouch = look.Width < 600,
            Locale = "en-GB",
            TimezoneId = "Europe/Lisbon",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    /// <summary>A person's browser, signed in through the page as they would.</summary>
    public async Task<IPage> Visit(Cast person, View? view = null)
    {
        var page = await Stranger(view);
        // The page first asks whether somebody is signed in; a form filled before the answer may be drawn anew.
        await page.GotoAsync("/sign-in", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await page.GetByLabel("E-mail").FillAsync(person.Email);
        await page.Locator("input[type=password]").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await App.DisposeAsync();
    }
}

/// <summary>How somebody looks at Baton.</summary>
public sealed record View(int Width, int Height, bool Dark)
{
    public static readonly View Desktop = new(1440, 900, Dark: false);
    public static readonly View DesktopDark = new(1440, 900, Dark: true);
    public static readonly View Phone = new(390, 844, Dark: false);
    public static readonly View PhoneDark = new(390, 844, Dark: true);

    public override string ToString() => $"{Width}{(Dark ? "-dark" : "")}";
}
