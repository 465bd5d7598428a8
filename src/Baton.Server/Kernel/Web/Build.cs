using System.Reflection;

namespace Baton.Server.Kernel.Web;

/// <summary>Which build this server is. A client that finds a newer one than its own reloads itself.</summary>
public static class Build
{
    public static string Version { get; } =
        typeof(Build).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
