using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Baton.Server.Kernel.Text.Markup;

/// <summary>
/// An e-mail address in a text is a link (GitHub Flavored Markdown, 6.9, extended email autolinks), which Markdig's own
/// extension leaves out. An escaped character stays text: so one says that none is meant.
/// </summary>
internal sealed partial class MailLinks : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.DocumentProcessed += static document => Look((ContainerBlock)document);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static void Look(ContainerBlock container)
    {
        foreach (var block in container)
        {
            if (block is LeafBlock { Inline: { } inline })
            {
                Look(inline);
            }
            else if (block is ContainerBlock inner)
            {
                Look(inner);
            }
        }
    }

    private static void Look(ContainerInline container)
    {
        var run = new List<LiteralInline>();
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LiteralInline literal && !literal.IsFirstCharacterEscaped)
            {
                // What might have been emphasis, such as an underline, has split the text.
                run.Add(literal);
                continue;
            }

            Link(run);
            run.Clear();
            if (inline is ContainerInline inner and not LinkInline)
            {
                Look(inner);
            }
        }

        Link(run);
    }

    private static void Link(List<LiteralInline> run)
    {
        if (!run.Exists(literal => literal.Content.AsSpan().Contains('@')))
        {
            return;
        }

        var text = string.Concat(run.Select(literal => literal.Content.ToString()));
        var end = 0;
        foreach (var address in Address().Matches(text).Where(address => address.Value[^1] is not ('-' or '_')))
        {
            Put(new LiteralInline(new StringSlice(text, end, address.Index - 1)));
            Put(new AutolinkInline(address.Value) { IsEmail = true });
            end = address.Index + address.Length;
        }

        if (end > 0)
        {
            Put(new LiteralInline(new StringSlice(text, end, text.Length - 1)));
            run.ForEach(literal => literal.Remove());
        }

        void Put(Inline inline) => run[0].InsertBefore(inline);
    }

    // Neither a part of a longer word nor of a path; and nothing is taken back, so that hostile text costs one look.
    [GeneratedRegex(
        @"(?<![\p{L}\p{M}\p{N}._+\-/@])(?>[A-Za-z0-9._+\-]{1,64})@(?>[A-Za-z0-9_\-]+(\.[A-Za-z0-9_\-]+)+)(?![\p{L}\p{M}\p{N}@])",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Address();
}
