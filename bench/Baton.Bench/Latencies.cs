using System.Diagnostics;

namespace Baton.Bench;

/// <summary>Durations in stopwatch ticks, all of them kept: no bucket rounds a percentile.</summary>
public sealed class Latencies
{
    private readonly long[] _sorted;

    public Latencies(IEnumerable<long> ticks)
    {
        _sorted = [.. ticks];
        Array.Sort(_sorted);
    }

    public int Count => _sorted.Length;

    /// <summary>The nearest-rank percentile in milliseconds; <paramref name="share"/> lies between 0 and 1.</summary>
    public double Milliseconds(double share)
    {
        var rank = Math.Max(1, (int)Math.Ceiling(share * _sorted.Length));
        return _sorted[rank - 1] * 1000.0 / Stopwatch.Frequency;
    }
}
