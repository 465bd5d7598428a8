using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Baton.Server.Kernel.Text;

namespace Baton.Server.Tests.Kernel.Text;

public sealed partial class MarkdownTests
{
    private const string Id = "01936f00-0000-7000-8000-000000000001";

    private static readonly Markdown Markdown = new();

    public static TheoryData<string> Pathological
    {
        get
        {
            string[] repeated =
            [
                "[", "![", "](", "*a ", "**a", "a**b", "_a_ ", "*_", "~~a ", "`", "`a", "> ", "- ", "1. ", "1)\n", "<",
                "&", "|", "|a|\n|-|\n", "\\",
                "[a](", "[a][", "[a]: b\n", "[a](b)", "![a](https://b)", "www.a.b ", "https://a.b/((", "a@b.c ",
                "- [ ] ", "```\n", "\t", "\n", "* * ",
            ];
            return
            [
                .. repeated.Select(piece => string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length))),
                $"[a]: https://{new string('x', 19_000)}\n\n{string.Concat(Enumerable.Repeat("[a] ", 5_000))}",
                $"|{string.Concat(Enumerable.Repeat("a|", 4_000))}\n|{string.Concat(Enumerable.Repeat("-|", 4_000))}\n{string.Concat(Enumerable.Repeat("|x\n", 8_000))}",
                $"{string.Concat(Enumerable.Repeat("*a **b ", 3_000))}{string.Concat(Enumerable.Repeat("c** d*", 3_000))}",
                $"{new string('[', 20_000)}{string.Concat(Enumerable.Repeat("](u)", 5_000))}",
                string.Concat(Enumerable.Range(0, 280).Select(depth => $"{new string(' ', depth)}- a\n")),
            ];
        }
    }

    [Theory]
    [InlineData("Ship it", "<p>Ship it</p>\n")]
    [InlineData("**Ship** *it* ~~now~~ `x < y`",
        "<p><strong>Ship</strong> <em>it</em> <del>now</del> <code>x &lt; y</code></p>\n")]
    [InlineData("one\ntwo", "<p>one<br />\ntwo</p>\n")]
    [InlineData("> said\n\n1. a\n2. b",
        "<blockquote>\n<p>said</p>\n</blockquote>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n")]
    [InlineData("```csharp\nvar x = \"<\";\n```",
        "<pre><code class=\"language-csharp\">var x = &quot;&lt;&quot;;\n</code></pre>\n")]
    [InlineData("see www.fernweh.example",
        "<p>see <a href=\"http://www.fernweh.example\" rel=\"nofollow noopener\" target=\"_blank\">www.fernweh.example</a></p>\n")]
    [InlineData("<ada@team.example>", "<p><a href=\"mailto:ada@team.example\">ada@team.example</a></p>\n")]
    [InlineData("![plan](https://fernweh.example/p.png)",
        "<p><a href=\"https://fernweh.example/p.png\" rel=\"nofollow noopener\" target=\"_blank\">plan</a></p>\n")]
    [InlineData("", "")]
    public void It_writes_what_GitHub_would(string text, string html) => Assert.Equal(html, Markdown.Render(text));

    // The examples of GitHub Flavored Markdown, 6.9, and what surrounds addresses in life.
    [Theory]
    [InlineData("mail ann@corp.example", "mail {ann@corp.example}")]
    [InlineData("hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.",
        "hello@mail+xyz.example isn't valid, but {hello+xyz@mail.example} is.")]
    [InlineData("a.b-c_d@a.b", "{a.b-c_d@a.b}")]
    [InlineData("a.b-c_d@a.b.", "{a.b-c_d@a.b}.")]
    [InlineData("a.b-c_d@a.b-", "a.b-c_d@a.b-")]
    [InlineData("a.b-c_d@a.b_", "a.b-c_d@a.b_")]
    [InlineData("_ann@corp.example_ (ben@corp.example), <mei@corp.example>",
        "<em>{ann@corp.example}</em> ({ben@corp.example}), {mei@corp.example}")]
    [InlineData("ann@corp.example,ben@corp.example", "{ann@corp.example},{ben@corp.example}")]
    [InlineData("ann@corp", "ann@corp")]
    [InlineData("@corp.example", "@corp.example")]
    [InlineData("ann@corp.example@corp.example", "ann@corp.example@corp.example")]
    [InlineData("jürgen@corp.example", "jürgen@corp.example")]
    [InlineData("ann@cörp.example", "ann@cörp.example")]
    [InlineData("ann\\@corp.example", "ann@corp.example")]
    [InlineData("`ann@corp.example`", "<code>ann@corp.example</code>")]
    public void An_address_is_a_link(string text, string linked) =>
        Assert.Equal(
            $"<p>{Address().Replace(linked, "<a href=\"mailto:${it}\">${it}</a>")}</p>\n", Markdown.Render(text));

    [Fact]
    public void An_address_within_a_link_is_its_text() => Assert.Equal(
        "<p><a href=\"https://a.example/ann@corp.example\" rel=\"nofollow noopener\" target=\"_blank\">ann@corp.example</a></p>\n",
        Markdown.Render("[ann@corp.example](https://a.example/ann@corp.example)"));

    [Theory]
    [InlineData("[a]: https://a.example")]
    [InlineData("[](https://a.example)")]
    [InlineData(">")]
    [InlineData("#")]
    [InlineData("- ")]
    [InlineData("```\n```")]
    public void What_would_show_nothing_is_shown_as_it_was_written(string text) =>
        Assert.Equal(text, WebUtility.HtmlDecode(Tag().Replace(Markdown.Render(text), "")).TrimEnd('\n'));

    [Theory]
    [InlineData("---")]
    [InlineData("- [ ] ")]
    [InlineData(" \n\u200B")]
    public void A_line_and_a_box_are_something_and_blanks_are_nothing(string text) =>
        Assert.DoesNotContain(text, Markdown.Render(text), StringComparison.Ordinal);

    [Fact]
    public void Task_lists_and_aligned_tables_survive_the_sanitiser()
    {
        Assert.Contains("<input disabled=\"disabled\" type=\"checkbox\" checked=\"checked\">",
            Markdown.Render("- [x] done"), StringComparison.Ordinal);
        Assert.Contains("<td align=\"right\">2</td>", Markdown.Render("|a|b|\n|-|-:|\n|1|2|"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person")]
    [InlineData("task")]
    [InlineData("topic")]
    [InlineData("message")]
    public void A_mention_is_a_link_without_an_address(string noun) => Assert.Equal(
        $"<p>Hi <a class=\"mention mention-{noun}\" data-id=\"{Id}\">@Ben</a></p>\n",
        Markdown.Render($"Hi [@Ben](baton:{noun}/{Id})"));

    [Theory]
    [InlineData("[@Ben](baton:person/ben)")]
    [InlineData("[@Ben](baton:castle/01936f00-0000-7000-8000-000000000001)")]
    [InlineData("[@Ben](baton:person/01936f00-0000-7000-8000-000000000001%22onclick=x)")]
    [InlineData("[@Ben](BATON:person/01936f00-0000-7000-8000-000000000001)")]
    [InlineData("[@Ben](/s/1)")]
    [InlineData("[@Ben](//evil.example)")]
    [InlineData("[@Ben](javascript:alert(1))")]
    [InlineData("[@Ben](JaVaScRiPt:alert(1))")]
    [InlineData("[@Ben](&#106;avascript:alert(1))")]
    [InlineData("[@Ben](java&#x0A;script:alert(1))")]
    [InlineData("[@Ben](\u0001javascript:alert(1))")]
    [InlineData("[@Ben](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[@Ben](vbscript:x)")]
    [InlineData("[@Ben](file:///etc/passwd)")]
    [InlineData("[@Ben](ftp://evil.example)")]
    [InlineData("![@Ben](data:image/svg+xml,<svg/onload=alert(1)>)")]
    [InlineData("[@Ben][r]\n\n[r]: javascript:alert(1)")]
    public void A_link_that_leads_nowhere_good_is_only_its_text(string text)
    {
        var html = Markdown.Render(text);

        Assert.DoesNotContain("<a", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("@Ben", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("a <b onclick=x>b</b>")]
    [InlineData("<!-- --><style>*{}</style>")]
    [InlineData("<iframe src=//evil.example>")]
    [InlineData("- <script>\n> <script>\n\n|<script>|\n|-|\n|<script>|")]
    [InlineData("[x](https://a.example/\"onmouseover=alert(1))")]
    [InlineData("[x](https://a.example 'a\"><script>')")]
    [InlineData("<https://a.example/\"><script>")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("```\"><script>\nx\n```")]
    [InlineData("```x\" onclick=\"alert(1)\nx\n```")]
    [InlineData("`<script>`")]
    [InlineData("**<script>")]
    [InlineData("https://a.example/<script>")]
    [InlineData("# <script> {onclick=x}")]
    public void Html_stays_text(string text)
    {
        var html = Markdown.Render(text);

        Assert.DoesNotMatch(
            "<(?!/?(p|br|strong|em|code|pre|a|ul|ol|li|blockquote|h1|table|thead|tbody|tr|th|td)[ />])", html);
        Assert.DoesNotMatch("<[^>]* (on[a-z]+|style|src)\\s*=", html);
        Assert.DoesNotMatch("href=\"(?!https?:|mailto:)", html);
    }

    [Fact]
    public void A_linked_picture_is_one_link()
    {
        var html = Markdown.Render("[![plan](https://a.example/p.png)](https://b.example)");

        Assert.Equal(
            "<p><a href=\"https://b.example\" rel=\"nofollow noopener\" target=\"_blank\">plan</a></p>\n", html);
    }

    [Fact]
    public void Characters_that_turn_the_text_around_are_dropped() =>
        Assert.Equal("<p>invoicefdp.exe</p>\n", Markdown.Render("invoice\u202Efdp.exe"));

    [Fact]
    public void What_nests_without_end_is_shown_as_it_was_written()
    {
        var html = Markdown.Render(string.Concat(Enumerable.Repeat("> ", 10_000)) + "<b>");

        Assert.StartsWith("<p>&gt; &gt;", html, StringComparison.Ordinal);
        Assert.EndsWith("&lt;b&gt;</p>\n", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_with_a_hundred_emphases_is_formatted() => Assert.Equal(
        100, Markdown.Render(string.Concat(Enumerable.Repeat("_a_ ", 100))).Split("<em>").Length - 1);

    // A page of text takes about a millisecond; this allows a slow and very busy machine ten thousand; what grows with
    // the square takes longer.
    [Theory, MemberData(nameof(Pathological))]
    public void Forty_thousand_hostile_characters_cost_little(string text)
    {
        var began = Stopwatch.GetTimestamp();

        var html = Markdown.Render(text);

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(html.Length, 0, 1_000_000);
    }

    // What is thought harmless skips the sanitiser; there must be nothing in it that the sanitiser would take away.
    [Fact]
    public void What_skips_the_sanitiser_would_have_passed_it()
    {
        var random = new Random(20261123);
        string[] pieces =
        [
            "a", " ", "\n", "\n\n", "*", "**", "_", "`", "```", "~~", "> ", "- ", "1. ", "# ", "[", "](", ")", "<", ">",
            "\"", "'", "&", "&lt;", "&#60;", "\\", "|", "---",
            "onclick=x", "script", "javascript:", "https://a.example", "baton:person/", Id,
            "[@B](baton:person/" + Id + ")", "![", "]: ", "\t", "    ", "{", "}", "\u0001", "ä",
        ];
        var allowed = new Baton.Server.Kernel.Text.Markup.AllowedHtml();
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30))
                .Select(_ => pieces[random.Next(pieces.Length)]));

            var once = allowed.Clean(Markdown.Render(text));

            Assert.True(once == Normalised(Markdown.Render(text)), $"{text}\n=>\n{Markdown.Render(text)}\n=>\n{once}");
        }

        static string Normalised(string html) => AngleSharp(html);
    }

    [Theory]
    [InlineData("**Ship** [it](https://a.example), [@Ben](baton:person/01936f00-0000-7000-8000-000000000001)\n\n- now",
        "Ship it, @Ben now")]
    [InlineData("one two three four five", "one two three four…")]
    public void An_excerpt_is_one_plain_line(string text, string excerpt) =>
        Assert.Equal(excerpt, Markdown.Excerpt(text, 20));

    private static string AngleSharp(string html) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<html><body>{html}</body></html>").Body!.InnerHtml;

    [GeneratedRegex(@"\{(?<it>[^}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
