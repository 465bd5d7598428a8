using System.Text.RegularExpressions;

namespace Baton.Server.Kernel.Text;

/// <summary>
/// The mentions of one person in what is stored: in Markdown, where <c>[@Ben](baton:person/ID)</c> is how the composer
/// writes one and not the only way, and in what <see cref="Markdown"/> renders of it.
/// </summary>
public sealed partial class PersonMentions(Guid personId, Markdown markdown)
{
    private const RegexOptions Form =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline;

    private readonly string _id = personId.ToString();

    /// <summary>How the composer ends each mention of them.</summary>
    public string Mark => $"](baton:person/{_id})";

    /// <summary>How each mention of them begins once it is rendered.</summary>
    public string RenderedMark => $"<a class=\"mention mention-person\" data-id=\"{_id}\">";

    /// <summary>Markdown with another name in each mention of them.</summary>
    public string CallIn(string text, string name) =>
        // What looks like a mention within code is none for the parser, and has their name all the same.
        markdown.Rename(CallPlainly(text, name), target => target.Noun == "person" && target.Id == _id, name);

    /// <summary>What was rendered, with another name in each mention of them.</summary>
    public string CallInHtml(string html, string name) => Rendered().Replace(
        CallPlainly(html, name),
        found => IsTheirs(found) ? $"{found.Groups["start"]}@{name}</a>" : found.Value);

    private string CallPlainly(string text, string name) =>
        Written().Replace(text, found => IsTheirs(found) ? $"[@{name}{found.Groups["end"]}" : found.Value);

    private bool IsTheirs(Match found) => found.Groups["id"].Value.Equals(_id, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\[(\\.|\[[^\[\]]*\]|[^\\\[\]])*(?<end>\]\(baton:person/(?<id>[0-9a-f-]{36})\))", Form)]
    private static partial Regex Written();

    [GeneratedRegex("""(?<start><a class="mention mention-person" data-id="(?<id>[0-9a-f-]{36})">)[^<]*(<(/?[b-z][a-z0-9]*)( /)?>[^<]*)*</a>""", Form)]
    private static partial Regex Rendered();
}
