using System.Diagnostics;

namespace Baton.Bench;

public static class Wait
{
    /// <exception cref="BenchException">It did not happen in time.</exception>
    public static void Until(Func<bool> happened, TimeSpan atMost)
    {
        for (var began = Stopwatch.GetTimestamp(); !happened(); Thread.Sleep(50))
        {
            if (Stopwatch.GetElapsedTime(began) > atMost)
            {
                throw new BenchException($"It did not happen within {atMost.TotalSeconds:0} s.");
            }
        }
    }
}
