using Baton.Server.Kernel.Web;

namespace Baton.Server.Data;

/// <summary>The folder of everything that lasts.</summary>
internal static class DataFolder
{
    private const int ProbeBytes = 4096;

    // EWOULDBLOCK of Linux, which .NET hands on as it is.
    private const int WouldBlock = 11;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Makes it if need be. Fails where nothing could be kept.</summary>
    public static void Require(string folder)
    {
        Directory.CreateDirectory(folder);
        Probe(folder);
    }

    /// <summary>Fails unless files can be made in it, with something in them.</summary>
    public static void Probe(string folder)
    {
        var probe = Path.Combine(folder, $".probe-{Path.GetRandomFileName()}");
        try
        {
            File.WriteAllBytes(probe, new byte[ProbeBytes]);
        }
        finally
        {
            File.Delete(probe);
        }
    }

    /// <summary>
    /// With SQLite one program at a time writes here: two would not hear of each other's changes. The system lets go of
    /// it when the program ends, however that happens. One that is just ending is waited for.
    /// </summary>
    /// <exception cref="IOException">Another holds it.</exception>
    public static async Task<IDisposable?> Hold(BatonSettings settings, CancellationToken cancel)
    {
        if (settings.SqlitePath is null)
        {
            return null;
        }

        Directory.CreateDirectory(settings.Data);
        var path = Path.Combine(settings.Data, ".lock");
        for (var began = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held.HResult == WouldBlock)
            {
                if (TimeProvider.System.GetElapsedTime(began) > Patience)
                {
                    throw new IOException(
                        $"another Baton is running on {Path.GetFullPath(settings.Data)}. End it first.", held);
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
    }
}
