using Ganss.Xss;

namespace Baton.Server.Kernel.Text.Markup;

/// <summary>
/// The second lock: whatever the renderer wrote, only these elements, attributes and addresses get through.
/// </summary>
internal sealed class AllowedHtml
{
    private static readonly HashSet<string> Classes = new(StringComparer.Ordinal)
    {
        "mention", "mention-person", "mention-task", "mention-topic", "mention-message", "contains-task-list",
        "task-list-item",
    };

    private readonly HtmlSanitizer _sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = Set(
            "p", "br", "strong", "em", "del", "code", "pre", "a", "ul", "ol", "li", "blockquote", "h1", "h2", "h3",
            "h4", "h5", "h6",
            "hr", "table", "thead", "tbody", "tr", "th", "td", "input"),
        AllowedAttributes = Set(
            "href", "rel", "target", "class", "data-id", "start", "align", "type", "disabled", "checked"),
        AllowedSchemes = Set("http", "https", "mailto"),
        AllowedClasses = Classes,
        UriAttributes = Set("href"),
    });

    public AllowedHtml() => _sanitizer.RemovingCssClass += (_, removing) =>
        removing.Cancel = removing.CssClass.StartsWith("language-", StringComparison.Ordinal);

    public string Clean(string html) => _sanitizer.Sanitize(html);

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
