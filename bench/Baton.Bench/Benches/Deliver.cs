using System.Diagnostics;
using System.Globalization;

namespace Baton.Bench.Benches;

public static class Deliver
{
    private const int People = 5000;
    private const int PerPerson = 10;

    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(1, server);
        using var crowd = new Crowd(server);
        crowd.Join(People, team.SpaceId);
        var due = Soon();
        crowd.Run($"UPDATE people SET zone = 'Etc/UTC', hours = 'Mo-Su 00:00-24:00', batches = '{due.ToString("HH:mm", CultureInfo.InvariantCulture)}'");
        using (var ada = team.Connect())
        {
            for (var post = 0; post < PerPerson; post++)
            {
                Team.Expect(AskMany.Post(ada, team.SpaceId, "know"));
            }
        }

        var planned = crowd.Number("SELECT count(*) FROM addressees WHERE deliver_at IS NOT NULL");
        Wait.Until(() => TimeProvider.System.GetUtcNow() >= due, TimeSpan.FromMinutes(5));
        var before = server.Resident;
        var began = Stopwatch.GetTimestamp();
        var most = before;
        Wait.Until(
            () =>
            {
                most = Math.Max(most, server.Resident);
                return crowd.Number("SELECT count(*) FROM addressees WHERE deliver_at IS NOT NULL") == 0;
            },
            TimeSpan.FromMinutes(5));
        var taken = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var late = crowd.Times("SELECT emitted_at FROM batches")
            .Select(at => (DateTime.SpecifyKind(at, DateTimeKind.Utc) - due.UtcDateTime).TotalSeconds).Order().ToList();

        report.Says($"deliver: {planned} items of {People} people planned for one minute, by the jobs of one server; {late.Count} batches");
        report.AtMost("deliver.all", taken, "s", 60);
        report.AtMost("deliver.late.p95", late[(int)(late.Count * 0.95)], "s", 60);
        report.AtMost("deliver.memory", (most - before) / 1e6, "MB", 150);
    }

    /// <summary>A whole minute that leaves time to post.</summary>
    private static DateTimeOffset Soon()
    {
        var then = TimeProvider.System.GetUtcNow().AddMinutes(2);
        return new DateTimeOffset(then.Year, then.Month, then.Day, then.Hour, then.Minute, 0, TimeSpan.Zero);
    }
}
