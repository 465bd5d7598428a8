namespace Baton.Bench.Benches;

public static class Start
{
    public static void Run(Report report)
    {
        var data = Directory.CreateTempSubdirectory("baton-bench-").FullName;
        try
        {
            Started(data);
            var starts = Enumerable.Range(0, 5).Select(_ => Started(data).TotalSeconds).Order().ToList();
            report.Says("start: median of 5 after one on an empty data directory that also made the database; until /readyz says 200");
            report.AtMost("start", starts[2], "s", 1.0);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static TimeSpan Started(string data)
    {
        using var server = BatonServer.StartOn(data);
        return server.StartedIn;
    }
}
