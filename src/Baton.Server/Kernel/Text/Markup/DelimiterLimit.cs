using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Baton.Server.Kernel.Text.Markup;

/// <summary>
/// The parser's work grows with the square of the delimiters that wait for their partner within one paragraph: 40,000
/// characters of "*a " took a second. After so many, they are characters like any other.
/// </summary>
internal sealed class DelimiterLimit : IMarkdownExtension
{
    private const int PerParagraph = 400;

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new Counter());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class Counter : InlineParser
    {
        public Counter() => OpeningCharacters = ['*', '_', '~', '[', '!'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.CurrentChar == '!' && slice.PeekChar() != '[')
            {
                return false;
            }

            var seen = processor.GetParserState(this, static () => new Seen());
            if (++seen.Count <= PerParagraph)
            {
                return false;
            }

            var start = slice.Start;
            slice.SkipChar();
            processor.Inline = new LiteralInline { Content = new StringSlice(slice.Text, start, start) };
            return true;
        }
    }

    private sealed class Seen
    {
        public int Count { get; set; }
    }
}
