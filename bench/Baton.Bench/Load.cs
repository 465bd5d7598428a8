using System.Diagnostics;

namespace Baton.Bench;

/// <summary>What a load saw: every latency, and the operations per second over the measured time.</summary>
public sealed record Seen(Latencies Latencies, double PerSecond);

/// <summary>Closed-loop load: each client sends its next request when its last was answered.</summary>
public static class Load
{
    /// <summary>
    /// Every client, on a thread of its own, repeats the operation, which gets the client's number from 0; only what
    /// begins after the warm-up counts.
    /// </summary>
    public static Seen Run(int clients, TimeSpan warmUp, TimeSpan time, Action<int> operation)
    {
        var begins = Stopwatch.GetTimestamp() + (long)(warmUp.TotalSeconds * Stopwatch.Frequency);
        var ends = begins + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var taken = new List<long>[clients];
        Exception? broken = null;

        var threads = Enumerable.Range(0, clients).Select(client => new Thread(() =>
        {
            try
            {
                taken[client] = Repeat(begins, ends, () => operation(client));
            }
            catch (Exception exception)
            {
                taken[client] = [];
                broken = exception;
            }
        })).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (broken is not null)
        {
            throw new BenchException($"A client broke off: {broken.Message}");
        }

        var latencies = new Latencies(taken.SelectMany(ticks => ticks));
        return new Seen(latencies, latencies.Count / time.TotalSeconds);
    }

    private static List<long> Repeat(long begins, long ends, Action operation)
    {
        var taken = new List<long>(100_000);
        while (true)
        {
            var start = Stopwatch.GetTimestamp();
            if (start >= ends)
            {
                return taken;
            }

            operation();
            if (start >= begins)
            {
                taken.Add(Stopwatch.GetTimestamp() - start);
            }
        }
    }
}
