using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace Baton.Server.Tests.Kernel.Text;

public sealed partial class CatalogueTests
{
    public static TheoryData<string> Catalogues =>
        [.. typeof(Program).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith("Texts.resources", StringComparison.Ordinal))
            .Select(name => name[..^".resources".Length])];

    [Theory, MemberData(nameof(Catalogues))]
    public void Every_text_is_there_in_both_languages_with_the_same_gaps(string catalogue)
    {
        var (english, german) = (Texts(catalogue, ""), Texts(catalogue, "de"));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), german.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text =>
        {
            Assert.Equal(Gaps(text.Value), Gaps(german[text.Key]));
            Assert.NotEqual(text.Value, german[text.Key]);
        });
    }

    private static Dictionary<string, string> Texts(string catalogue, string culture) =>
        new ResourceManager(catalogue, typeof(Program).Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Gaps(string text) =>
        Gap().Matches(text).Select(m => m.Groups["gap"].Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<gap>\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gap();
}
