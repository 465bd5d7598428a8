using System.Globalization;
using System.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Kernel.Text;

/// <summary>One picture: a single grapheme (Unicode UAX 29) with a symbol, a flag or a keycap in it.</summary>
public static class OneEmoji
{
    /// <summary>UTF-16 units; a family with skin tones takes about 25.</summary>
    public const int MaxLength = 32;

    /// <exception cref="AppException">
    /// 400 on <paramref name="field"/> for nothing, for letters, and for more than one.
    /// </exception>
    public static string Require(string field, string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && StringInfo.GetNextTextElementLength(text) == text.Length
        && text.EnumerateRunes().Any(IsPicture)
            ? text
            : throw AppException.Invalid(field, "This must be one emoji, such as 👍.");

    // U+20E3 makes a keycap of a digit.
    private static bool IsPicture(Rune rune) => Joiners.IsPicture(rune) || rune.Value == 0x20E3;
}
