using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Baton.Server.Data.Demo;

/// <summary>
/// <c>baton seed</c>: Fernweh, who make trail maps, at work on the relaunch of their site. The story is played through
/// the API on a clock of its own, so that the demo's history, catch-up and activity are as real as anybody's.
/// </summary>
internal sealed class DemoTeam(
    StoryClock clock, DateTimeOffset end, IServiceProvider services, Func<HttpClient> browser)
{
    public const string Workspace = "Fernweh";
    public const string Password = "a relay race at dawn";

    private const int Weeks = 3;
    private const string Hours = "Mo-Fr 09:00-17:00";

    public DemoPerson Ada { get; } = new("Ada", browser(), clock);

    public DemoPerson Ben { get; } = new("Ben", browser(), clock);

    public DemoPerson Mei { get; } = new("Mei", browser(), clock);

    public DemoPerson Nia { get; } = new("Nia", browser(), clock);

    public DemoPerson Gus { get; } = new("Gus", browser(), clock);

    public StoryClock Clock => clock;

    public DateTimeOffset End => end;

    /// <summary>
    /// Goes on to this hour (UTC) of the day that lies so many days before the end of the story, but never back. What
    /// is due on the way happens in its time: people get their batches, and the time of asks is over.
    /// </summary>
    public async Task GoOnTo(int daysAgo, int hour, int minute = 0)
    {
        var then = new DateTimeOffset(end.UtcDateTime.Date, TimeSpan.Zero)
            .AddDays(-daysAgo).AddHours(hour).AddMinutes(minute);
        then = then > clock.GetUtcNow() ? then : clock.GetUtcNow().AddMinutes(1);
        var jobs = services.GetRequiredService<JobRunner>();
        while (await NextJob(then) is { } due)
        {
            clock.GoOnTo(due > clock.GetUtcNow() ? due : clock.GetUtcNow());
            await jobs.RunDue(CancellationToken.None);
        }

        clock.GoOnTo(then);
    }

    /// <summary>
    /// Seeds an empty installation; an installation that has the demo is left as it is, any other is refused.
    /// </summary>
    public static async Task<int> Seed(string[] settings, TextWriter report, CancellationToken cancel)
    {
        // The story's last day begins at one: told just after midnight, it would run ahead of the clock.
        var now = TimeProvider.System.GetUtcNow();
        var end = now.Hour < 2 ? now.AddHours(-2) : now;
        var clock = new StoryClock(end.AddDays(-7 * Weeks));
        await using var app = BatonServer.Build(
            ["--Listen=http://127.0.0.1:0", "--Limits:Burst=1000000", "--Limits:SignInsPerMinute=1000", .. settings],
            quiet: true,
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                // Jobs run as the story goes on, not by the seconds it takes to tell it.
                builder.Services.Remove(
                    builder.Services.Single(service => service.ImplementationType == typeof(JobLoop)));
            });
        using var held = await DataFolder.Hold(
            app.Services.GetRequiredService<IOptions<BatonSettings>>().Value, cancel);
        await Schema.Apply(app.Services, cancel);
        if (await Present(app, cancel) is { } workspace)
        {
            var isDemo = workspace == Workspace;
            await report.WriteLineAsync(isDemo
                ? HowToSignIn(app)
                : $"This installation belongs to {workspace}; the demo team moves only into an empty one. Set BATON_DATA to another folder.");
            return isDemo ? 0 : 1;
        }

        await app.StartAsync(cancel);
        var address = new Uri(app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await new DemoTeam(
            clock, end, app.Services, () => new HttpClient(new SocketsHttpHandler()) { BaseAddress = address }).Play();
        await app.StopAsync(cancel);
        await report.WriteLineAsync(HowToSignIn(app));
        return 0;
    }

    private static string HowToSignIn(WebApplication app) =>
        $"The demo team {Workspace} is here. Sign in at {app.Configuration["Url"] ?? new BatonSettings().Url.ToString()} as ada@fernweh.example with the password: {Password}";

    private static async Task<string?> Present(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BatonDb>()
            .Workspaces.Select(w => w.Name).FirstOrDefaultAsync(cancel);
    }

    private async Task<DateTimeOffset?> NextJob(DateTimeOffset until)
    {
        await using var scope = services.CreateAsyncScope();
        var last = until.UtcDateTime;
        var due = await scope.ServiceProvider.GetRequiredService<BatonDb>().Jobs
            .Where(job => job.DeadAt == null && job.Due <= last)
            .OrderBy(job => job.Due).Select(job => (DateTime?)job.Due).FirstOrDefaultAsync();
        return due is { } moment ? new DateTimeOffset(moment, TimeSpan.Zero) : null;
    }

    private async Task Play()
    {
        await MoveIn();
        await new LaunchStory(this).Play();
        await new SupportStory(this).Play();
        await GoOnTo(0, end.Hour, end.Minute);
    }

    private async Task MoveIn()
    {
        await GoOnTo(7 * Weeks, 9);
        await Ada.Enter(Ada.Post("/setup", new
        {
            workspaceName = Workspace,
            name = Ada.Name,
            email = Ada.Email,
            password = Password,
            zone = "Europe/Lisbon",
            language = "en",
        }));
        await Ada.Patch("/me", new { roleText = "Product", hours = Hours });
        await Join(Ben, "member", "America/Denver", "Engineering");
        await Join(Mei, "member", "Asia/Tokyo", "Design");
        await Join(Nia, "member", "Africa/Nairobi", "Support");
    }

    /// <summary>Ada invites, they accept and say what they do.</summary>
    public async Task Join(DemoPerson person, string role, string zone, string roleText, Guid? spaceId = null)
    {
        var invitation = await Ada.Post("/invitations", new
        {
            id = Guid.CreateVersion7(clock.GetUtcNow()),
            role,
            spaceIds = spaceId is { } space ? new[] { space } : [],
            spaceRole = role,
            expiresAt = clock.GetUtcNow().UtcDateTime.AddDays(7),
            uses = 1,
        });
        var code = new Uri(invitation.GetProperty("link").GetString()!).Fragment.TrimStart('#');
        await person.Enter(person.Post("/joinings", new
        {
            code,
            id = Guid.CreateVersion7(clock.GetUtcNow()),
            name = person.Name,
            email = person.Email,
            password = Password,
            zone,
            language = "en",
        }));
        await person.Patch("/me", new { roleText, hours = Hours });
    }
}
