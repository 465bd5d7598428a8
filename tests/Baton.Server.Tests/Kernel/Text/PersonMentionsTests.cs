using Baton.Server.Kernel.Text;

namespace Baton.Server.Tests.Kernel.Text;

public sealed class PersonMentionsTests
{
    private const string Ben = "01936f00-0000-7000-8000-000000000001";
    private const string Mei = "01936f00-0000-7000-8000-000000000002";

    private readonly PersonMentions _mentions = new(Guid.Parse(Ben));

    [Theory]
    [InlineData($"[@Ben Okafor](baton:person/{Ben})", $"[@Former member](baton:person/{Ben})")]
    [InlineData($"[@B\\]e\\[n](baton:person/{Ben})", $"[@Former member](baton:person/{Ben})")]
    [InlineData($"[@Ben [Okafor]](baton:person/{Ben})", $"[@Former member](baton:person/{Ben})")]
    [InlineData($"[see] [@Ben](baton:person/{Ben}), [@Mei](baton:person/{Mei})", $"[see] [@Former member](baton:person/{Ben}), [@Mei](baton:person/{Mei})")]
    [InlineData($"[Ben](baton:task/{Ben})", $"[Ben](baton:task/{Ben})")]
    [InlineData("[Ben](https://ben.example)", "[Ben](https://ben.example)")]
    public void Only_their_mentions_call_them_otherwise(string text, string called) =>
        Assert.Equal(called, _mentions.Call(text, "Former member"));

    [Fact]
    public void So_does_what_was_rendered()
    {
        var markdown = new Markdown();
        var text = $"**[@Ben *Okafor*](baton:person/{Ben})** and [@Mei](baton:person/{Mei})";

        Assert.Equal(markdown.Render(_mentions.Call(text, "Former member")), _mentions.Call(markdown.Render(text), "Former member"));
        Assert.DoesNotContain("Okafor", _mentions.Call(markdown.Render(text), "Former member"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_made_to_be_slow_is_not()
    {
        var text = string.Concat(Enumerable.Repeat("[@Ben\\", 6_000));

        Assert.Equal(text, _mentions.Call(text, "Former member"));
    }
}
