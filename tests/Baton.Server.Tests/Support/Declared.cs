using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Tests.Support;

/// <summary>What the API's own document says that an operation may answer; made once per run.</summary>
internal static class Declared
{
    // Of an address or a method that is no operation at all.
    private static readonly string[] Elsewhere = ["address-not-found", "method-not-allowed"];

    private static readonly Lazy<Task<JsonElement>> Made = new(Make);

    public static Task<JsonElement> Document => Made.Value;

    /// <summary>Asserts that whoever reads the document can expect this refusal.</summary>
    public static async Task Refusal(HttpRequestMessage request, int status, string code)
    {
        if (Elsewhere.Contains(code, StringComparer.Ordinal) || await Operation(request) is not { } operation)
        {
            return;
        }

        var declared = operation.Value.GetProperty("responses")
            .TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response)
            ? (await Resolve(response)).GetProperty("description").GetString()!
            : "";
        Assert.True(
            declared.Contains($"`{code}`", StringComparison.Ordinal),
            $"{request.Method} {operation.Name} answered {status} {code}. Name it in an <exception> of its use case: {status} <c>{code}</c>.");
    }

    /// <summary>What stands at a reference, or the thing itself.</summary>
    public static async Task<JsonElement> Resolve(JsonElement element) => !element.TryGetProperty(
        "$ref", out var reference)
        ? element
        : reference.GetString()!.Split('/')[1..].Aggregate(await Document, (at, name) => at.GetProperty(name));

    private static async Task<(string Name, JsonElement Value)?> Operation(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        foreach (var template in (await Document)
            .GetProperty("paths").EnumerateObject().OrderBy(p => p.Name.Count(c => c == '{')))
        {
            var form =
                $"^{Regex.Replace(Regex.Escape(template.Name), "\\\\\\{\\w+}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1))}$";
            if (Regex.IsMatch(path, form, RegexOptions.None, TimeSpan.FromSeconds(1))
                && template.Value.TryGetProperty(request.Method.Method.ToLowerInvariant(), out var operation))
            {
                return (template.Name, operation);
            }
        }

        return null;
    }

    private static async Task<JsonElement> Make()
    {
        await using var app = BatonServer.Build(["--applicationName=baton"], quiet: true);
        var text = new StringWriter();
        await ApiDocument.Print(app, text, CancellationToken.None);
        return JsonElement.Parse(text.ToString());
    }
}
