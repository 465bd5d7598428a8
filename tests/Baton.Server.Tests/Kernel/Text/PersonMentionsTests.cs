using Baton.Server.Kernel.Text;

namespace Baton.Server.Tests.Kernel.Text;

public sealed class PersonMentionsTests
{
    private const string Ben = "01936f00-0000-7000-8000-000000000001";
    private const string Mei = "01936f00-0000-7000-8000-000000000002";

    private readonly PersonMentions _mentions = new(Guid.Parse(Ben), new Markdown());

    [Theory]
    [InlineData($"[@Ben Okafor](baton:person/{Ben})", $"[@Former member](baton:person/{Ben})")]
    [InlineData($"[@B\\]e\\[n](baton:person/{Ben})", $"[@Former member](baton:person/{Ben})")]
    [InlineData($"[@Ben [Okafor]](baton:person/{Ben})", $"[@Former member](baton:person/{Ben})")]
    [InlineData($"[see] [@Ben](baton:person/{Ben}), [@Mei](baton:person/{Mei})",
        $"[see] [@Former member](baton:person/{Ben}), [@Mei](baton:person/{Mei})")]
    [InlineData($"`[@Ben Okafor](baton:person/{Ben})`", $"`[@Former member](baton:person/{Ben})`")]
    [InlineData($"[Ben](baton:task/{Ben})", $"[Ben](baton:task/{Ben})")]
    [InlineData("[Ben](https://ben.example)", "[Ben](https://ben.example)")]
    public void Only_their_mentions_call_them_otherwise(string text, string called) =>
        Assert.Equal(called, _mentions.CallIn(text, "Former member"));

    [Theory]
    [InlineData("[@Ben Okafor](<baton:person/ID>)")]
    [InlineData("[@Ben Okafor](baton:person/ID \"Ben Okafor\")")]
    [InlineData("[@Ben Okafor]( baton:person/ID )")]
    [InlineData("[@Ben Okafor](baton&#58;person/ID)")]
    [InlineData("[@Ben Okafor](baton:person\\/ID)")]
    [InlineData("[@Ben\nOkafor](<baton:person/ID> 'Ben\nOkafor')")]
    [InlineData("[@Ben **[Okafor]**](<baton:person/ID>)")]
    [InlineData("![@Ben Okafor](baton:person/ID \"Okafor\")")]
    [InlineData("[@Ben ![Okafor](https://ben.example/okafor.png)](<baton:person/ID>)")]
    public void However_the_link_is_written(string link)
    {
        foreach (var id in new[] { Ben, Ben.ToUpperInvariant() })
        {
            var text =
                $"# Ask\n\n> as **{link.Replace("ID", id, StringComparison.Ordinal)}** said\n\n| a | b |\n|---|---|\n| c | [@Mei](baton:person/{Mei}) |";
            AssertForgotten(text);
            Assert.Contains($"> as **[@Former member](baton:person/{Ben})** said\n\n| a", Called(text),
                StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("Ask [Ben Okafor][ben].\n\n[ben]: baton:person/ID \"Okafor\"\n\nSoon.")]
    [InlineData("Ask [Ben Okafor].\n\n[ben okafor]: <baton:person/ID>\nSoon.")]
    [InlineData("> Ask [Ben Okafor][].\n> - and [Okafor][Ben Okafor]\n\n[Ben Okafor]:\n  baton:person/ID\n  'Ben\n  Okafor'\n\n[mei]: baton:person/Mei")]
    [InlineData("| a |\n|---|\n| ![Ben Okafor] |\n\n- one\n\n  [Ben Okafor]: baton:person/ID\n- two")]
    public void Also_by_a_definition(string text) => AssertForgotten(text.Replace("ID", Ben, StringComparison.Ordinal));

    private static readonly Markdown Markdown = new();

    private string Called(string text) => _mentions.CallIn(text, "Former member");

    private void AssertForgotten(string text)
    {
        Assert.DoesNotContain("Okafor", Called(text), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Okafor", _mentions.CallInHtml(Markdown.Render(text), "Former member"),
            StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Markdown.Render(Called(text)), _mentions.CallInHtml(Markdown.Render(text), "Former member"));
        Assert.Equal(Called(text), Called(Called(text)));
    }

    [Fact]
    public void So_does_what_was_rendered()
    {
        var markdown = new Markdown();
        var text = $"**[@Ben *Okafor*](baton:person/{Ben})** and [@Mei](baton:person/{Mei})";

        Assert.Equal(markdown.Render(_mentions.CallIn(text, "Former member")),
            _mentions.CallInHtml(markdown.Render(text), "Former member"));
        Assert.DoesNotContain("Okafor", _mentions.CallInHtml(markdown.Render(text), "Former member"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_made_to_be_slow_is_not()
    {
        var text = string.Concat(Enumerable.Repeat("[@Ben\\", 6_000));

        Assert.Equal(text, _mentions.CallIn(text, "Former member"));
    }
}
