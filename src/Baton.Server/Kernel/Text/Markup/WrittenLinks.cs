using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Baton.Server.Kernel.Text.Markup;

/// <summary>
/// Where a text mentions something, in each of the ways in which Markdown writes a link: with a title, in angle
/// brackets, by a definition elsewhere, as a picture.
/// </summary>
internal sealed class WrittenLinks
{
    private readonly Func<LinkTarget, bool> _which;
    private readonly List<(SourceSpan Span, string Instead)> _found = [];

    private WrittenLinks(Func<LinkTarget, bool> which) => _which = which;

    /// <summary>
    /// The text with these mentions in the plainest way, under another name; the definitions they stood by are gone.
    /// </summary>
    /// <param name="document">The text, parsed with precise positions.</param>
    public static string Rename(string text, MarkdownDocument document, Func<LinkTarget, bool> which, string name)
    {
        var links = new WrittenLinks(which);
        links.Look((ContainerBlock)document, name);
        var renamed = new StringBuilder();
        var end = 0;
        foreach (var (span, instead) in links._found.OrderBy(f => f.Span.Start))
        {
            renamed.Append(text, end, span.Start - end).Append(instead);
            end = span.End + 1;
        }

        return renamed.Append(text, end, text.Length - end).ToString();
    }

    private void Look(ContainerBlock container, string name)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case LinkReferenceDefinition definition when _which(LinkTarget.Of(definition.Url)):
                    _found.Add((definition.Span, ""));
                    break;
                case LeafBlock leaf:
                    Look(leaf.Inline, name);
                    break;
                case ContainerBlock inner:
                    Look(inner, name);
                    break;
            }
        }
    }

    private void Look(ContainerInline? container, string name)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            var target = inline is LinkInline link ? LinkTarget.Of(link.Url) : new(LinkKind.Refused);
            if (_which(target))
            {
                _found.Add((inline.Span, $"[@{name}](baton:{target.Noun}/{target.Id})"));
            }
            else if (target.Kind == LinkKind.Refused)
            {
                // Only its text is shown. In any other link there is none: see LinkRendering.
                Look(inline as ContainerInline, name);
            }
        }
    }
}
