using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Baton.Server.Kernel.Text.Markup;

/// <summary>
/// Links as we show them. Pictures of other sites become links too: loading them would tell that site who reads, and
/// when.
/// </summary>
internal sealed class LinkRendering : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
        {
            html.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new Links());
            html.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new Autolinks());
        }
    }

    private static void Open(HtmlRenderer renderer, LinkTarget target, string url)
    {
        if (target.Kind == LinkKind.Mention)
        {
            renderer.Write($"<a class=\"mention mention-{target.Noun}\" data-id=\"{target.Id}\">");
        }
        else
        {
            renderer.Write("<a href=\"").WriteEscapeUrl(url);
            renderer.Write(target.Kind == LinkKind.Web ? "\" rel=\"nofollow noopener\" target=\"_blank\">" : "\">");
        }
    }

    private sealed class Links : HtmlObjectRenderer<LinkInline>
    {
        private bool _inside;

        protected override void Write(HtmlRenderer renderer, LinkInline obj)
        {
            var target = LinkTarget.Of(obj.Url);
            if (_inside || target.Kind == LinkKind.Refused || !renderer.EnableHtmlForInline)
            {
                renderer.WriteChildren(obj);
            }
            else
            {
                Open(renderer, target, obj.Url!);
                WriteText(renderer, obj);
                renderer.Write("</a>");
            }
        }

        // A linked picture is a link within a link, which HTML does not have.
        private void WriteText(HtmlRenderer renderer, LinkInline link)
        {
            _inside = true;
            try
            {
                if (link.IsImage && link.FirstChild is null)
                {
                    renderer.WriteEscape(link.Url);
                }
                else
                {
                    renderer.WriteChildren(link);
                }
            }
            finally
            {
                _inside = false;
            }
        }
    }

    private sealed class Autolinks : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
        {
            var url = obj.IsEmail ? $"mailto:{obj.Url}" : obj.Url;
            var target = LinkTarget.Of(url);
            var linked = renderer.EnableHtmlForInline && target.Kind is (LinkKind.Web or LinkKind.Mail);
            if (linked)
            {
                Open(renderer, target, url);
            }

            renderer.WriteEscape(obj.Url);
            if (linked)
            {
                renderer.Write("</a>");
            }
        }
    }
}
