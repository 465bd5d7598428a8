using System.Text.RegularExpressions;

namespace Baton.Server.Tests.Architecture;

/// <summary>STYLE.md: 120 columns. The formatter of .NET wraps nothing, so it is looked at here.</summary>
public sealed partial class WidthTests
{
    private const int Columns = 120;
    private static readonly string[] Folders = ["src", "tests", "bench"];

    [Fact]
    public void Code_stands_within_120_columns_but_for_texts_that_cannot_be_broken() =>
        Assert.Empty(Sources().SelectMany(path => TooWide(File.ReadAllLines(path)).Select(line => $"{path}:{line}")));

    private static IEnumerable<int> TooWide(string[] lines)
    {
        var raw = false;
        foreach (var (index, line) in lines.Index())
        {
            // What stands between the quotes of a raw text is the text's own matter.
            var (inside, turns) = (raw, line.Split("\"\"\"").Length % 2 == 0);
            raw ^= turns;
            if (!inside && !turns && Text().Replace(line, "\"\"").Length > Columns)
            {
                yield return index + 1;
            }
        }
    }

    private static IEnumerable<string> Sources() => Folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs",
            SearchOption.AllDirectories))
        .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal)
            && !path.Contains("/obj/", StringComparison.Ordinal));

    [GeneratedRegex("""
        "(\\.|[^"\\])*"
        """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Text();
}
