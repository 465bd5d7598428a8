namespace Baton.Bench.Benches;

public static class IdleListeners
{
    private const int Ears = 1000;
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(15);

    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(50, server);

        // Code and pools that the first connections bring in belong to the server, not to a listener.
        using (new Listeners(50, server.Port, team))
        {
            Thread.Sleep(Settled);
        }

        var before = server.Resident;
        using var listeners = new Listeners(Ears, server.Port, team);
        Thread.Sleep(Settled);
        var after = server.Resident;

        report.Says($"idle-listeners: resident memory {Settled.TotalSeconds} s after the last of {Ears} feeds of 50 people opened; warm-up: 50 feeds opened and closed");
        report.AtMost("idle-listeners.resident", after / 1048576.0, "MB", 200);
        report.AtMost("idle-listeners.each", (after - before) / 1024.0 / Ears, "KiB", 20);
    }
}
