using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Baton.Server.Kernel.Text.Markup;

/// <summary>
/// Goes through a parsed text once before it is written. What consists only of words, emphasis, lists, quotes, code and
/// mentions is written as constants around escaped text and need not be sanitised, which costs ten times the rest.
/// </summary>
internal sealed partial class Review
{
    // A long address, defined once and used a thousand times, would make a page of megabytes.
    private const int MaxLinkLength = 200_000;

    private int _linkLength;

    public bool IsHarmless { get; private set; } = true;

    public bool IsTooLong => _linkLength > MaxLinkLength;

    public static Review Of(MarkdownDocument document)
    {
        var review = new Review();
        review.Look((ContainerBlock)document);
        return review;
    }

    private void Look(ContainerBlock container)
    {
        foreach (var block in container)
        {
            Look(block);
        }
    }

    private void Look(Block block)
    {
        switch (block)
        {
            case FencedCodeBlock code:
                NameLanguage(code);
                break;
            case Table table:
                Align(table);
                IsHarmless = false;
                Look((ContainerBlock)table);
                break;
            case LeafBlock leaf:
                IsHarmless &= leaf is ParagraphBlock or HeadingBlock or ThematicBreakBlock or CodeBlock
                    && leaf.TryGetAttributes() is null;
                Look(leaf.Inline);
                break;
            case ContainerBlock container:
                IsHarmless &= container is ListBlock or ListItemBlock or QuoteBlock or LinkReferenceDefinitionGroup
                    && container.TryGetAttributes() is null;
                Look(container);
                break;
        }
    }

    private void Look(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LinkInline link)
            {
                _linkLength += link.Url?.Length ?? 0;
                IsHarmless &= LinkTarget.Of(link.Url).Kind is LinkKind.Mention or LinkKind.Refused;
            }
            else
            {
                IsHarmless &= inline is LiteralInline
                    or LineBreakInline
                    or CodeInline
                    or EmphasisInline
                    or HtmlEntityInline;
            }

            Look(inline as ContainerInline);
        }
    }

    /// <summary>The language becomes a class, by which the client highlights; nothing else may become one.</summary>
    private static void NameLanguage(FencedCodeBlock code)
    {
        var attributes = code.GetAttributes();
        attributes.Classes = code.Info is { } info && Language().IsMatch(info) ? [$"language-{info}"] : null;
        attributes.Properties = null;
    }

    /// <summary>The parser would align a column by <c>style</c>, which nothing we show may have.</summary>
    private static void Align(Table table)
    {
        foreach (var cell in table.OfType<TableRow>().SelectMany(row => row.OfType<TableCell>().Index()))
        {
            if (cell.Index < table.ColumnDefinitions.Count
                && table.ColumnDefinitions[cell.Index].Alignment is { } alignment)
            {
                cell.Item.GetAttributes().AddProperty("align", alignment switch
                {
                    TableColumnAlign.Center => "center",
                    TableColumnAlign.Right => "right",
                    _ => "left",
                });
            }
        }

        table.ColumnDefinitions.ForEach(column => column.Alignment = null);
    }

    [GeneratedRegex("^[A-Za-z0-9+#.-]{1,32}$", RegexOptions.NonBacktracking)]
    private static partial Regex Language();
}
