using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// What the use cases say of themselves in their docstrings, which the build writes into a file beside the program.
/// Read anew for every document that is made, so that nothing of it stays in memory.
/// </summary>
internal sealed partial class UseCaseDocs
{
    private readonly Dictionary<string, XElement> _members;

    private UseCaseDocs(Dictionary<string, XElement> members) => _members = members;

    public static UseCaseDocs Load()
    {
        var file = XDocument.Load(
            Path.Combine(AppContext.BaseDirectory, $"{typeof(UseCaseDocs).Assembly.GetName().Name}.xml"));
        // A use case has one method of a name: without its parameters its name is enough.
        return new UseCaseDocs(file.Descendants("member")
            .DistinctBy(m => NameOf(m), StringComparer.Ordinal)
            .ToDictionary(m => NameOf(m), StringComparer.Ordinal));
    }

    /// <summary>The first sentence of the method's own docstring, or of its class's, and what follows it.</summary>
    public (string? Summary, string? Description) Of(MethodInfo method)
    {
        var sentences = TextOf(Elements(method, "summary").FirstOrDefault());
        var first = FirstSentence().Match(sentences).Value;
        return sentences.Length == 0 ? (null, null)
            : first.Length == 0 ? (sentences, null)
            : (first.TrimEnd('.'), sentences.Length == first.Length ? null : sentences[first.Length..].TrimStart());
    }

    /// <summary>
    /// What <c>409 `topic-closed`, `id-taken`; 404 `list-not-found`</c> in its <c>exception</c> stands for.
    /// </summary>
    public IEnumerable<(int Status, string Code)> RefusalsOf(MethodInfo method) =>
        from text in Elements(method, "exception").Select(TextOf)
        from refusal in Refusals().Matches(text)
        from code in refusal.Groups["code"].Captures
        select (int.Parse(refusal.Groups["status"].Value, CultureInfo.InvariantCulture), code.Value);

    // The method's own come first.
    private IEnumerable<XElement> Elements(MethodInfo method, string kind) =>
        from name in (string[])[$"M:{method.DeclaringType!.FullName}.{method.Name}",
            $"T:{method.DeclaringType.FullName}"]
        from element in _members.GetValueOrDefault(name)?.Elements(kind) ?? []
        select element;

    private static string NameOf(XElement member) => member.Attribute("name")!.Value.Split('(')[0];

    private static string TextOf(XElement? element) =>
        element is null ? "" : Space().Replace(string.Concat(element.Nodes().Select(TextOf)), " ").Trim();

    private static string TextOf(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement named => (named.Attribute("cref") ?? named.Attribute("name"))?.Value.Split('.', ':')[^1] ?? named.Value,
        _ => "",
    };

    [GeneratedRegex("\\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();

    [GeneratedRegex("^.*?\\.(?=\\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstSentence();

    [GeneratedRegex("(?<status>\\d{3})(?:,? (?:or )?`(?<code>[a-z-]+)`)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refusals();
}
