using System.Buffers.Text;
using System.Reflection;

namespace Baton.Server.Kernel.Web;

/// <summary>Which build this server is. A client that finds a newer one than its own reloads itself.</summary>
public static class Build
{
    public static string Version { get; } =
        typeof(Build).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>
    /// The same on every node that runs this very program, another one for any other program, also of the same version.
    /// </summary>
    public static string Mark { get; } =
        Base64Url.EncodeToString(typeof(Build).Module.ModuleVersionId.ToByteArray().AsSpan(0, 6));
}
