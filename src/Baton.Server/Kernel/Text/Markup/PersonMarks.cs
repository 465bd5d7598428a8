using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Baton.Server.Kernel.Text.Markup;

/// <summary>The people a parsed text mentions, and whether it asks them: a question mark stands at the name.</summary>
internal static class PersonMarks
{
    public static IReadOnlyList<PersonMention> In(MarkdownDocument document) =>
    [
        .. document.Descendants<LinkInline>()
            .Select(link => (Link: link, Target: LinkTarget.Of(link.Url)))
            .Where(found => found.Target is { Kind: LinkKind.Mention, Noun: "person" } && !IsQuoted(found.Link))
            .Select(found => new PersonMention(Guid.Parse(found.Target.Id), Asks(found.Link))),
    ];

    private static bool Asks(LinkInline link) =>
        link.NextSibling is LiteralInline { Content: { IsEmpty: false } next } && next[next.Start] == '?';

    /// <summary>Somebody else's words, who has said them once already.</summary>
    private static bool IsQuoted(LinkInline link)
    {
        for (Block? block = Leaf(link); block is not null; block = block.Parent)
        {
            if (block is QuoteBlock)
            {
                return true;
            }
        }

        return false;
    }

    private static LeafBlock? Leaf(Inline inline)
    {
        var outermost = inline.Parent;
        while (outermost?.Parent is { } parent)
        {
            outermost = parent;
        }

        return outermost?.ParentBlock;
    }
}
