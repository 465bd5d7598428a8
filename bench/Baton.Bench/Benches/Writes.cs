namespace Baton.Bench.Benches;

/// <summary>What every write promises: quick for one person, steady for 32 at once.</summary>
public static class Writes
{
    public const int Crowd = 32;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(8);

    /// <summary><paramref name="write"/> sends one write over the wire of the member with that number.</summary>
    public static void Measure(Report report, string name, Team team, Func<Wire, int, Answer> write)
    {
        report.Says($"{name}: whole requests over loopback, {Time.TotalSeconds} s each after a warm-up of {WarmUp.TotalSeconds} s; load in its own process");

        var alone = Seen(1, team, write);
        report.AtMost($"{name}.alone.p50", alone.Latencies.Milliseconds(0.5), "ms", 2.5);
        report.AtMost($"{name}.alone.p99", alone.Latencies.Milliseconds(0.99), "ms", 60);

        var crowd = Seen(Crowd, team, write);
        report.AtMost($"{name}.{Crowd}.p99", crowd.Latencies.Milliseconds(0.99), "ms", 60);
        report.AtLeast($"{name}.{Crowd}.rate", crowd.PerSecond, "per_s", 1000);
    }

    private static Seen Seen(int clients, Team team, Func<Wire, int, Answer> write)
    {
        var wires = Enumerable.Range(0, clients).Select(team.Connect).ToList();
        try
        {
            return Load.Run(clients, WarmUp, Time, client => Team.Expect(write(wires[client], client)));
        }
        finally
        {
            wires.ForEach(wire => wire.Dispose());
        }
    }
}
