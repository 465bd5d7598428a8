using System.Net.Http.Json;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Joining;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Server.Tests.Support;

/// <summary>
/// The whole server on a database of its own, with a clock that stands still, and a small cast with known roles:
/// Ada owns the workspace and the space Launch; Ben and Mei are members of it, Gus its guest; Mallory is a member of
/// the workspace without a seat in Launch.
/// </summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    public const string Password = "a relay race at dawn";

    private static readonly Lazy<Task<Rehearsal>> Rehearsed = new(Rehearse);

    private readonly TestDatabase _database;
    private readonly IReadOnlyDictionary<string, string>? _settings;
    private readonly Action<IServiceCollection>? _services;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    private TestApp(
        TestDatabase database, IReadOnlyDictionary<string, string>? settings, Action<IServiceCollection>? services)
    {
        _database = database;
        _settings = settings;
        _services = services;
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public Cast Ada { get; private set; } = null!;

    public Cast Ben { get; private set; } = null!;

    public Cast Mei { get; private set; } = null!;

    public Cast Gus { get; private set; } = null!;

    public Cast Mallory { get; private set; } = null!;

    /// <summary>The space most tests play in.</summary>
    public Guid Launch { get; private set; } = Guid.CreateVersion7();

    public string DataFolder => _database.Folder;

    /// <summary>With the cast signed in and the space Launch made.</summary>
    public static async Task<TestApp> Start(
        IReadOnlyDictionary<string, string>? settings = null,
        Action<IServiceCollection>? services = null,
        Action<TestApp>? host = null)
    {
        var rehearsal = await Rehearsed.Value;
        var app = new TestApp(await rehearsal.Database.Copy(), settings, services);
        host?.Invoke(app);
        app.Enter(rehearsal);
        return app;
    }

    /// <summary>
    /// As above, on a real socket: for what an in-memory server cannot show, such as a connection that breaks.
    /// </summary>
    public static Task<TestApp> StartOnSocket(IReadOnlyDictionary<string, string>? settings = null) =>
        Start(settings, host: app =>
        {
            app.UseKestrel(0);
            app.StartServer();
        });

    /// <summary>As a fresh installation: nobody, nothing.</summary>
    public static async Task<TestApp> StartEmpty(IReadOnlyDictionary<string, string>? settings = null) =>
        new(await TestDatabase.Create(), settings, null);

    public async Task<T> InDb<T>(Func<BatonDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<BatonDb>());
    }

    /// <summary>
    /// Another server process on the same database: beside this one on PostgreSQL, after it on SQLite, which serves
    /// one.
    /// </summary>
    public async Task<TestApp> SecondNode()
    {
        if (!TestDatabase.IsPostgres)
        {
            await Services.GetRequiredService<IHost>().StopAsync();
        }

        return new TestApp(_database.Shared(), _settings, _services);
    }

    /// <summary>The same person in a browser that talks to this node.</summary>
    public async Task<Cast> Visit(Cast person) => person with { Browser = await SignIn(person.Email) };

    /// <summary>Runs the jobs that are due by the test's clock; nothing runs by itself.</summary>
    public Task<int> RunJobs() => Services.GetRequiredService<JobRunner>().RunDue(CancellationToken.None);

    /// <summary>Moves the clock there, and runs what is due on the way, minute by minute where something is.</summary>
    public async Task LiveUntil(DateTimeOffset then)
    {
        while (Clock.GetUtcNow() < then)
        {
            var now = Clock.GetUtcNow().UtcDateTime;
            var next = await InDb(db => Task.FromResult(db.Jobs
                .Where(j => j.DeadAt == null && j.Due > now && j.Due <= then.UtcDateTime)
                .OrderBy(j => j.Due).Select(j => (DateTime?)j.Due).FirstOrDefault()));
            Clock.SetUtcNow(next is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : then);
            await RunJobs();
        }
    }

    /// <summary>A browser of its own, nobody signed in.</summary>
    public HttpClient Stranger() => Browser(new CookieJar(Clock));

    /// <summary>A second browser of the same person.</summary>
    public async Task<HttpClient> SignIn(string email, string password = Password) =>
        (await Open(email, password)).Browser;

    /// <summary>A new member of the workspace, signed in, without a seat anywhere but in their own space.</summary>
    public async Task<Cast> Hire(string name, string zone = "Etc/UTC", WorkspaceRole role = WorkspaceRole.Member)
    {
        var email = $"{name.ToLowerInvariant()}@team.example";
        await using var scope = Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<NewAccount>()
            .Open(new Newcomer(name, email, Password, zone, "en"), role);
        await scope.ServiceProvider.GetRequiredService<BatonDb>().SaveChangesAsync();
        var (browser, cookie) = await Open(email, Password);
        _cookies[name] = cookie;
        return new Cast(person.Id, name, email, person.PersonalSpaceId, browser);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data", _database.Folder);
        builder.UseSetting("Database", _database.ConnectionString);
        // The template has the model's tables already.
        builder.UseSetting("Migrate", "false");
        builder.UseSetting("Limits:Burst", "100000");
        builder.UseSetting("Limits:SignInsPerMinute", "100000");
        foreach (var (key, value) in _settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            builder.UseSetting(key, value);
        }

        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            // What would run by the clock runs when the test says so.
            foreach (var loop in services.Where(s => s.ImplementationType == typeof(JobLoop)
                || s.ImplementationType == typeof(SqliteUpkeep)).ToList())
            {
                services.Remove(loop);
            }

            // The work factor is the library's business; here it would only cost time.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);
            _services?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>
    /// Makes the cast and their space once per run; every test plays on a copy, with the same cookies.
    /// </summary>
    private static async Task<Rehearsal> Rehearse()
    {
        var database = await TestDatabase.Create();
        var app = new TestApp(database.Shared(), null, null);
        await app.Seed();
        await app.DisposeAsync();
        await database.Rest();
        return new Rehearsal(database, app.Launch, app.Ada, app.Ben, app.Mei, app.Gus, app.Mallory, app._cookies);
    }

    private void Enter(Rehearsal rehearsal)
    {
        Launch = rehearsal.Launch;
        Ada = Return(rehearsal.Ada);
        Ben = Return(rehearsal.Ben);
        Mei = Return(rehearsal.Mei);
        Gus = Return(rehearsal.Gus);
        Mallory = Return(rehearsal.Mallory);

        Cast Return(Cast person)
        {
            var jar = new CookieJar(Clock);
            jar.Keep(rehearsal.Cookies[person.Name]);
            return person with { Browser = Browser(jar) };
        }
    }

    private HttpClient Browser(CookieJar jar) => CreateDefaultClient(ClientOptions.BaseAddress, jar);

    private async Task<(HttpClient Browser, string Cookie)> Open(string email, string password)
    {
        var client = Stranger();
        var response = await client.PostAsJsonAsync("/api/sessions", new { email, password });
        response.EnsureSuccessStatusCode();
        return (client, response.Headers.GetValues("Set-Cookie").Single());
    }

    private async Task Seed()
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
            db.Workspaces.Add(Workspace.Found("Fernweh", Clock.UtcNow()));
            await db.SaveChangesAsync();
        }

        Ada = await Hire("Ada", "Europe/Lisbon", WorkspaceRole.Owner);
        Ben = await Hire("Ben", "America/Denver");
        Mei = await Hire("Mei", "Asia/Tokyo");
        Gus = await Hire("Gus", "Europe/Berlin", WorkspaceRole.Guest);
        Mallory = await Hire("Mallory");
        var made = await Ada.Post("/api/spaces", new
        {
            id = Launch,
            kind = "group",
            name = "Launch",
            key = "WEB",
            personIds = new[] { Ben.Id, Mei.Id, Gus.Id },
        });
        made.EnsureSuccessStatusCode();
    }

    private sealed record Rehearsal(
        TestDatabase Database,
        Guid Launch,
        Cast Ada,
        Cast Ben,
        Cast Mei,
        Cast Gus,
        Cast Mallory,
        IReadOnlyDictionary<string, string> Cookies);
}
