using System.Diagnostics;

namespace Baton.Bench.Benches;

public static class Replan
{
    private const int People = 1000;
    private const int PerPerson = 10;

    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(1, server);
        using var crowd = new Crowd(server);
        crowd.Join(People, team.SpaceId);
        using (var ada = team.Connect())
        {
            for (var post = 0; post < PerPerson; post++)
            {
                Team.Expect(AskMany.Post(ada, team.SpaceId, "know"));
            }
        }

        var old = crowd.Text("SELECT max(deliver_at) FROM addressees");
        crowd.Run("BEGIN");
        crowd.Run("UPDATE people SET zone = 'Pacific/Chatham'");
        crowd.Run("""
            INSERT INTO jobs (id, kind, payload, due, attempts)
            SELECT id, 'Replan', lower(id), '2026-01-01 00:00:00', 0 FROM people
            """);
        crowd.Run("COMMIT");
        var began = Stopwatch.GetTimestamp();
        Wait.Until(
            () => crowd.Number("SELECT count(*) FROM jobs WHERE kind = 'Replan'") == 0, TimeSpan.FromMinutes(2));
        var taken = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var moved = crowd.Number($"SELECT count(*) FROM addressees WHERE deliver_at <> '{old}'");
        if (moved < People * PerPerson)
        {
            throw new BenchException($"Only {moved} plans were moved.");
        }

        report.Says($"replan: {moved} plans of {People} people who are in another zone now; up to a second of it is the wait for the jobs to be looked for");
        report.AtMost("replan.all", taken, "s", 5);
    }
}
