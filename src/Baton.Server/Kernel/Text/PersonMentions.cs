using System.Text.RegularExpressions;

namespace Baton.Server.Kernel.Text;

/// <summary>
/// The mentions of one person in a stored text: <c>[@Ben](baton:person/ID)</c> in Markdown, and what <see cref="Markdown"/>
/// renders of it.
/// </summary>
public sealed partial class PersonMentions(Guid personId)
{
    private const RegexOptions Form =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline;

    private readonly string _id = personId.ToString();

    /// <summary>How the Markdown of a text that mentions them ends each mention.</summary>
    public string Mark => $"](baton:person/{_id})";

    /// <summary>The text with another name in each mention of them.</summary>
    public string Call(string text, string name) => Rendered().Replace(
        Written().Replace(text, found => IsTheirs(found) ? $"[@{name}{found.Groups["end"]}" : found.Value),
        found => IsTheirs(found) ? $"{found.Groups["start"]}@{name}</a>" : found.Value);

    private bool IsTheirs(Match found) => found.Groups["id"].Value.Equals(_id, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\[(\\.|\[[^\[\]]*\]|[^\\\[\]])*(?<end>\]\(baton:person/(?<id>[0-9a-f-]{36})\))", Form)]
    private static partial Regex Written();

    [GeneratedRegex("""(?<start><a class="mention mention-person" data-id="(?<id>[0-9a-f-]{36})">)[^<]*(<(/?[b-z][a-z0-9]*)>[^<]*)*</a>""", Form)]
    private static partial Regex Rendered();
}
