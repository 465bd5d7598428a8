namespace Baton.Server.Data;

/// <summary>The folder of everything that lasts.</summary>
internal static class DataFolder
{
    /// <summary>Makes it if need be. Fails where nothing could be kept.</summary>
    public static void Require(string folder)
    {
        Directory.CreateDirectory(folder);
        Probe(folder);
    }

    /// <summary>Fails unless files can be made in it.</summary>
    public static void Probe(string folder)
    {
        var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
        File.WriteAllText(probe, "");
        File.Delete(probe);
    }
}
