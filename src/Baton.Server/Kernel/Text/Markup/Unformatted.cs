using System.Buffers;
using System.Text;

namespace Baton.Server.Kernel.Text.Markup;

internal static class Unformatted
{
    // LRE, RLE, PDF, LRO, RLO. Isolates do what honest writers of right-to-left scripts need, and end with their
    // paragraph.
    private static readonly SearchValues<char> Overrides = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E");

    /// <summary>
    /// The text without the characters that make it read in another order than it stands (TR 36, "Trojan source").
    /// </summary>
    public static string WithoutOverrides(string text) =>
        text.AsSpan().IndexOfAny(Overrides) < 0
            ? text
            : string.Concat(text.Where(letter => !Overrides.Contains(letter)));

    /// <summary>The text exactly as it is written, for what cannot be rendered.</summary>
    public static string Html(string text)
    {
        var html = new StringBuilder(text.Length + 64).Append("<p>");
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\n' => html.Append("<br />\n"),
                _ => html.Append(letter),
            };
        }

        return html.Append("</p>\n").ToString();
    }

    /// <summary>Whether HTML of ours has neither a letter nor a line nor a box in it.</summary>
    public static bool ShowsNothing(string html)
    {
        var rest = html.AsSpan();
        while (rest.Length > 0)
        {
            if (rest.StartsWith("<hr") || rest.StartsWith("<input") || (rest[0] != '<' && PlainText.IsVisible(rest[0])))
            {
                return false;
            }

            rest = rest[(rest[0] == '<' ? rest.IndexOf('>') + 1 : 1)..];
        }

        return true;
    }
}
