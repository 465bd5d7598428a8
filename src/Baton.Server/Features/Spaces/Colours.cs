using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Spaces;

/// <summary>
/// The palette of spaces, lists and labels; the client decides what each looks like in light and dark.
/// </summary>
public static class Colours
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
        { "slate", "red", "orange", "amber", "green", "teal", "blue", "indigo", "violet", "pink" };

    public static string Require(string field, string? colour) =>
        colour is not null && Known.Contains(colour)
            ? colour
            : throw AppException.Invalid(field, $"One of {string.Join(", ", Known)}.");
}
