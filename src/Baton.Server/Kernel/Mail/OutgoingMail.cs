using System.Text;
using System.Text.Encodings.Web;

namespace Baton.Server.Kernel.Mail;

/// <summary>One mail to one person: a few paragraphs around one link, as plain text and as simple HTML.</summary>
/// <param name="Before">Paragraphs above the link.</param>
/// <param name="After">Paragraphs below it.</param>
public sealed record OutgoingMail(
    string To, string Subject, IReadOnlyList<string> Before, string LinkText, Uri Link, IReadOnlyList<string> After)
{
    public string PlainText => string.Join("\n\n", [.. Before, $"{LinkText}:\n{Link}", .. After]) + "\n";

    public string Html
    {
        get
        {
            var html = new StringBuilder(
                "<!doctype html><html><body style=\"font-family:sans-serif;line-height:1.5\">");
            AddParagraphs(html, Before);
            html.Append("<p><a href=\"")
                .Append(Encode(Link.ToString())).Append("\">").Append(Encode(LinkText)).Append("</a></p>");
            AddParagraphs(html, After);
            return html.Append("</body></html>").ToString();
        }
    }

    private static void AddParagraphs(StringBuilder html, IEnumerable<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            html.Append("<p>").Append(Encode(paragraph)).Append("</p>");
        }
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
