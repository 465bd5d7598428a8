using System.Runtime.InteropServices;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// Gives the memory of a busy while back to the machine once nobody asks for anything: the collector by itself waits
/// for the next allocation, which on a quiet evening does not come. A collection here takes some 0.1 s in which nobody
/// waits.
/// </summary>
internal sealed class IdleMemory(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(4);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var quiet = new QuietAfterWork();
        using var looks = new PeriodicTimer(Look, clock);
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            if (quiet.Begins(GC.GetTotalAllocatedBytes()))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                TrimNative();
            }
        }
    }

    // What the compiler and SQLite have freed, the C library keeps for whoever asks next; glibc alone can be asked for
    // it back.
    private static void TrimNative()
    {
        try
        {
            _ = malloc_trim(0);
        }
        catch (Exception none) when (none is DllNotFoundException or EntryPointNotFoundException)
        {
        }
    }

    [DllImport("libc.so.6")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int malloc_trim(nint pad);
}

/// <summary>
/// Tells from what has been allocated, looked at now and then, when work worth cleaning up after has ended.
/// </summary>
internal sealed class QuietAfterWork
{
    /// <summary>Bytes between two looks that heartbeats and health checks of an idle server stay under.</summary>
    public const long Idle = 4 * 1024 * 1024;

    /// <summary>Bytes since the last time that are worth a collection.</summary>
    public const long Worth = 32 * 1024 * 1024;

    private long _last;
    private long _cleaned;
    private bool _worked;

    /// <param name="allocated">Bytes since the process began; never less than at the last look.</param>
    public bool Begins(long allocated)
    {
        var isQuiet = allocated - _last < Idle;
        _last = allocated;
        _worked |= !isQuiet;
        // A trickle that never stops is nobody's quiet: whoever sends it would wait.
        var begins = isQuiet && _worked && allocated - _cleaned > Worth;
        if (begins)
        {
            (_cleaned, _worked) = (allocated, false);
        }

        return begins;
    }
}
