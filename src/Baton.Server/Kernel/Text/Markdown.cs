using Baton.Server.Kernel.Text.Markup;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Baton.Server.Kernel.Text;

/// <summary>
/// Renders what people write (CommonMark with GitHub's tables, task lists, strikethrough, bare links and addresses; a
/// line break is a line break) as HTML that is safe in a page. HTML in the text stays text, and
/// <c>[@Ben](baton:person/ID)</c> becomes a mention. One instance serves all; whatever the text, it answers soon and
/// does not throw.
/// </summary>
public sealed class Markdown
{
    // Deeper than anybody writes, shallow enough for the stack.
    private const int MaxDepth = 512;

    private const int ExcerptedFrom = 4_000;

    // A row of few characters has as many cells as the widest has: 40,000 characters could make millions.
    private const int MaxCells = 20_000;

    private readonly Pipelines _rendering = new(Pipeline(tables: true), Pipeline(tables: false));
    private readonly Pipelines _locating = new(Pipeline(tables: true, positions: true),
        Pipeline(tables: false, positions: true));
    private readonly AllowedHtml _allowed = new();

    public string Render(string text)
    {
        var shown = Unformatted.WithoutOverrides(text);
        var pipeline = _rendering.For(shown);
        try
        {
            var document = Markdig.Markdown.Parse(shown, pipeline);
            var review = Review.Of(document);
            var html = review.IsTooLong ? Unformatted.Html(shown)
                : review.IsHarmless ? document.ToHtml(pipeline)
                : _allowed.Clean(document.ToHtml(pipeline));
            // A link's definition alone, an empty quote: whoever wrote something is shown something.
            return Unformatted.ShowsNothing(html) && PlainText.HasWords(shown) ? Unformatted.Html(shown) : html;
        }
        catch (ArgumentException)
        {
            // So the parser refuses what nests beyond all sense.
            return Unformatted.Html(shown);
        }
    }

    /// <summary>Whom a text mentions, in order; somebody who is mentioned twice is there twice.</summary>
    public IReadOnlyList<PersonMention> Mentions(string text)
    {
        if (!text.Contains("baton:person/", StringComparison.Ordinal))
        {
            return [];
        }

        var shown = Unformatted.WithoutOverrides(text);
        try
        {
            return PersonMarks.In(Markdig.Markdown.Parse(shown, _rendering.For(shown)));
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    /// <summary>The text with another name in these mentions, which are then written as the composer does.</summary>
    internal string Rename(string text, Func<LinkTarget, bool> which, string name)
    {
        var shown = Unformatted.WithoutOverrides(text);
        try
        {
            var renamed = WrittenLinks.Rename(shown, Markdig.Markdown.Parse(shown, _locating.For(shown)), which, name);
            return renamed == shown ? text : renamed;
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>The beginning of the text on one line and without its formatting, for a quote.</summary>
    public string Excerpt(string text, int max)
    {
        var beginning = text.Length > ExcerptedFrom ? text[..ExcerptedFrom] : text;
        var line = PlainText.OptionalLine("text", Plain(beginning), int.MaxValue);
        return PlainText.Shorten(line, max);
    }

    private string Plain(string text)
    {
        try
        {
            return Markdig.Markdown.ToPlainText(text, _rendering.For(text));
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static MarkdownPipeline Pipeline(bool tables, bool positions = false)
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaxDepth }
            .DisableHtml()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UseSoftlineBreakAsHardlineBreak();
        builder.Extensions.Add(new MailLinks());
        builder.Extensions.Add(new LinkRendering());
        builder.Extensions.Add(new DelimiterLimit());
        builder.PreciseSourceLocation = positions;
        return (tables ? builder.UsePipeTables() : builder).Build();
    }

    private sealed record Pipelines(MarkdownPipeline WithTables, MarkdownPipeline WithoutTables)
    {
        public MarkdownPipeline For(string text)
        {
            if (!text.Contains('|', StringComparison.Ordinal))
            {
                return WithTables;
            }

            var (lines, widest) = (0, 0);
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                lines++;
                widest = Math.Max(widest, line.Count('|'));
            }

            return (long)lines * widest > MaxCells ? WithoutTables : WithTables;
        }
    }
}
