using System.Globalization;
using System.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Kernel.Text;

/// <summary>
/// Names and titles that people type: one line, composed (NFC), without control characters, and without the
/// bidirectional and zero-width characters that make one name look like another (Unicode TR 36 and TR 39).
/// </summary>
public static class PlainText
{
    /// <summary>
    /// A line that must not be empty. 400 on <paramref name="field"/> when it is, or is longer than
    /// <paramref name="max"/> characters.
    /// </summary>
    public static string Line(string field, string? text, int max)
    {
        var line = OptionalLine(field, text, max);
        return line.EnumerateRunes().Any(IsSeen) ? line : throw AppException.Invalid(field, "This must not be empty.");
    }

    public static string OptionalLine(string field, string? text, int max)
    {
        var line = Clean(text ?? "");
        return line.Length <= max
            ? line
            : throw AppException.Invalid(field, $"This may have up to {max} characters; it has {line.Length}.");
    }

    /// <summary>Text of several lines, kept as typed (Markdown) but for characters that no editor makes.</summary>
    public static string Body(string field, string? text, int max)
    {
        var body = (text ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        return body.Length <= max
            ? body
            : throw AppException.Invalid(field, $"This may have up to {max} characters; it has {body.Length}.");
    }

    /// <summary>
    /// A line of at most so many characters: an ellipsis stands for the rest, and no character is cut in two.
    /// </summary>
    public static string Shorten(string line, int max) =>
        line.Length <= max ? line : string.Concat(line.AsSpan(0, EndBefore(line, max)).TrimEnd(), "…");

    /// <summary>Whether anything in it can be seen.</summary>
    public static bool HasWords(string text) => text.Any(IsVisible);

    private static int EndBefore(string line, int max) => char.IsHighSurrogate(line[max - 2]) ? max - 2 : max - 1;

    internal static bool IsVisible(char letter) => !char.IsWhiteSpace(letter)
        && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control);

    private static string Clean(string text)
    {
        var kept = new List<Rune>(text.Length);
        var space = false;
        var runes = Compose(text).EnumerateRunes().Where(rune => Rune.IsWhiteSpace(rune) || !IsHidden(rune)).ToArray();
        for (var at = 0; at < runes.Length; at++)
        {
            if (Rune.IsWhiteSpace(runes[at]) || IsBlank(runes[at]))
            {
                space = kept.Count > 0;
            }
            else if (Joiners.Stays(runes[at], space ? [] : kept, runes.AsSpan(at + 1)))
            {
                if (space)
                {
                    kept.Add(new Rune(' '));
                    space = false;
                }

                kept.Add(runes[at]);
            }
        }

        // What was taken away may have stood between a letter and its accent.
        return string.Concat(kept).Normalize(NormalizationForm.FormC);
    }

    // A lone surrogate is no text and cannot be normalised.
    private static string Compose(string text)
    {
        var valid = string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
        return valid.Normalize(NormalizationForm.FormC);
    }

    // Letters and symbols that show nothing: a name of them would look empty (Hangul fillers, the empty Braille cell).
    private static bool IsBlank(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    // Joiners and accents alone are no name.
    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Format
            or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpacingCombiningMark);

    // What joins its neighbours is judged by them: see Joiners.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.Surrogate => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D or (>= 0xE0020 and <= 0xE007F)),
        _ => false,
    };
}
