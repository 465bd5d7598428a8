using System.Text.RegularExpressions;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// What the rules on a request's properties say of a value: the framework speaks of types and of names in the code.
/// </summary>
internal static partial class Rules
{
    /// <param name="field">As the caller sent it.</param>
    public static string InOurWords(string sentence, string field) =>
        TooLong().Match(sentence) is { Success: true } tooLong
            ? $"The value of {field} is too long: at most {tooLong.Groups["max"].Value}."
        : OutOfRange().Match(sentence) is { Success: true } outOfRange
            ? $"The value of {field} must be {Between(outOfRange)}."
        : Missing().IsMatch(sentence) ? $"The value of {field} is missing."
        : sentence;

    // A limit written with an exponent is only what the type can hold.
    private static string Between(Match range) => range.Groups["max"].Value.Contains('E', StringComparison.Ordinal)
        ? $"at least {range.Groups["min"].Value}"
        : $"between {range.Groups["min"].Value} and {range.Groups["max"].Value}";

    [GeneratedRegex(@"^The field .* must be a string or array type with a maximum length of '(?<max>\d+)'\.$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TooLong();

    [GeneratedRegex(@"^The field .* must be between (?<min>\S+) and (?<max>\S+)\.$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutOfRange();

    [GeneratedRegex(@"^The .* field is required\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();
}
