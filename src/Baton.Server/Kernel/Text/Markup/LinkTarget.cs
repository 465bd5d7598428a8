using System.Text.RegularExpressions;

namespace Baton.Server.Kernel.Text.Markup;

internal enum LinkKind
{
    /// <summary>
    /// Leads nowhere we would send anybody (a script, a file, a relative path): only its text is shown.
    /// </summary>
    Refused,

    /// <summary>A person, task, topic or message of this workspace.</summary>
    Mention,

    Web,

    Mail,
}

/// <summary>
/// Where a link leads, decided by how its address begins: nothing but these four beginnings gets through.
/// </summary>
/// <param name="Id">In small letters, as everywhere else: what it names is found by it.</param>
internal readonly partial record struct LinkTarget(LinkKind Kind, string Noun = "", string Id = "")
{
    private const RegexOptions Form = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    public static LinkTarget Of(string? url)
    {
        if (url is null)
        {
            return new(LinkKind.Refused);
        }

        if (url.StartsWith("baton:", StringComparison.Ordinal))
        {
            return Mention().Match(url) is { Success: true } mention
                ? new(LinkKind.Mention, mention.Groups["noun"].Value, mention.Groups["id"].Value.ToLowerInvariant())
                : new(LinkKind.Refused);
        }

        return Begins(url, "https://") || Begins(url, "http://") ? new(LinkKind.Web)
            : Begins(url, "mailto:") ? new(LinkKind.Mail)
            : new(LinkKind.Refused);
    }

    private static bool Begins(string url, string with) => url.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^baton:(?<noun>person|task|topic|message)/(?<id>[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$", Form)]
    private static partial Regex Mention();
}
