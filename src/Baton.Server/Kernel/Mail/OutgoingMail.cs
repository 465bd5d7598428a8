using System.Text;
using System.Text.Encodings.Web;

namespace Baton.Server.Kernel.Mail;

/// <summary>One mail to one person: a few paragraphs around one link, as plain text and as simple HTML.</summary>
/// <param name="Before">Paragraphs above the link.</param>
/// <param name="After">Paragraphs below it.</param>
public sealed record OutgoingMail(
    string To, string Subject, IReadOnlyList<string> Before, string LinkText, Uri Link, IReadOnlyList<string> After)
{
    /// <summary>What it tells of, above the link.</summary>
    public IReadOnlyList<MailItem> Items { get; init; } = [];

    /// <summary>Its id, <c>left@right</c>, the same whenever it is sent again; null: a new one.</summary>
    public string? Id { get; init; }

    /// <summary>The id that all mails of one conversation name, whether there is such a mail or not.</summary>
    public string? Thread { get; init; }

    /// <summary>Where such mails are switched off.</summary>
    public Uri? Unsubscribe { get; init; }

    public string PlainText => string.Join(
        "\n\n",
        [
            .. Before, .. Items.Select(item => $"{item.Title}\n{item.Detail}\n{item.Link}"),
            $"{LinkText}:\n{Link}", .. After,
        ]) + "\n";

    public string Html
    {
        get
        {
            var html = new StringBuilder(
                "<!doctype html><html><body style=\"font-family:sans-serif;line-height:1.5\">");
            AddParagraphs(html, Before);
            foreach (var item in Items)
            {
                html.Append("<p>").Append(Anchor(item.Title, item.Link)).Append("<br>")
                    .Append(Encode(item.Detail)).Append("</p>");
            }

            html.Append("<p>").Append(Anchor(LinkText, Link)).Append("</p>");
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

    private static string Anchor(string text, Uri to) => $"<a href=\"{Encode(to.ToString())}\">{Encode(text)}</a>";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}

/// <summary>Something that a mail tells of: a line that leads there, and one about it.</summary>
public sealed record MailItem(string Title, string Detail, Uri Link);
