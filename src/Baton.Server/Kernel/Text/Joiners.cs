using System.Globalization;
using System.Text;

namespace Baton.Server.Kernel.Text;

/// <summary>
/// Characters that have no shape of their own and change that of their neighbours: joiners in Persian, Indic scripts
/// and emoji, variation selectors, the tags of a flag. In a name they stay only where they show, as RFC 5892 (appendix
/// A.1 and A.2) has it for joiners and UTS 51 for emoji: elsewhere two names that look alike would differ.
/// </summary>
internal static class Joiners
{
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;
    private const int LastTag = 0xE007F;
    private const int Keycap = 0x20E3;

    // How far a character is looked for that another belongs to; no flag and no letter with its marks is longer.
    private const int Reach = 16;

    // Canonical_Combining_Class=Virama (Unicode 14).
    private static readonly HashSet<int> Viramas =
    [
        0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD3B, 0xD3C, 0xD4D, 0xDCA, 0xE3A, 0xEBA, 0xF84,
        0x1039, 0x103A, 0x1714, 0x1715, 0x1734, 0x17D2, 0x1A60, 0x1B44, 0x1BAA, 0x1BAB, 0x1BF2, 0x1BF3, 0x2D7F,
        0xA806, 0xA82C, 0xA8C4, 0xA953, 0xA9C0, 0xAAF6, 0xABED, 0x11046, 0x1107F, 0x110B9, 0x11133, 0x11134, 0x111C0,
        0x11235, 0x112EA, 0x1134D, 0x11442, 0x114C2, 0x115BF, 0x1163F, 0x116B6, 0x1172B, 0x11839,
    ];

    // Joining_Type=Dual_Joining or Left_Joining in scripts that are written today (Unicode 14): what a letter is joined
    // to that follows.
    private static readonly (int First, int Last)[] JoinOn =
    [
        (0x620, 0x620), (0x626, 0x626), (0x628, 0x628), (0x62A, 0x62E), (0x633, 0x63F), (0x641, 0x647),
        (0x649, 0x64A), (0x66E, 0x66F), (0x678, 0x687), (0x69A, 0x6BF), (0x6C1, 0x6C2), (0x6CC, 0x6CC),
        (0x6CE, 0x6CE), (0x6D0, 0x6D1), (0x6FA, 0x6FC), (0x6FF, 0x6FF), (0x712, 0x714), (0x71A, 0x71D),
        (0x71F, 0x727), (0x729, 0x729), (0x72B, 0x72B), (0x72D, 0x72E), (0x74E, 0x758), (0x75C, 0x76A),
        (0x76D, 0x770), (0x772, 0x772), (0x775, 0x777), (0x77A, 0x77F), (0x7CA, 0x7EA), (0x841, 0x845),
        (0x848, 0x848), (0x84A, 0x853), (0x855, 0x855), (0x860, 0x860), (0x862, 0x865), (0x868, 0x868),
        (0x886, 0x886), (0x889, 0x88D), (0x8A0, 0x8A9), (0x8AF, 0x8B0), (0x8B3, 0x8B8), (0x8BA, 0x8C8),
        (0x1807, 0x1807), (0x1820, 0x1878), (0x1887, 0x18A8), (0x18AA, 0x18AA), (0xA840, 0xA872), (0x10D00, 0x10D21),
        (0x10D23, 0x10D23), (0x1E900, 0x1E943),
    ];

    /// <summary>Whether this character stays; every other kind of character does.</summary>
    /// <param name="kept">What stands before it, without what was taken away.</param>
    /// <param name="rest">What follows it.</param>
    public static bool Stays(Rune rune, IReadOnlyList<Rune> kept, ReadOnlySpan<Rune> rest)
    {
        var before = kept.Count > 0 ? kept[^1] : default;
        var after = rest.Length > 0 ? rest[0] : default;
        return rune.Value switch
        {
            Joiner => IsVirama(before)
                || (IsVirama(after) && Rune.IsLetter(before))
                || (IsPicture(LastBase(kept, IsPicturePart)) && IsPicture(after)),
            NonJoiner => IsVirama(before) || (JoinsOn(LastBase(kept, IsMark)) && IsCursive(FirstBase(rest))),
            0xFE0E or 0xFE0F => IsPicture(before) || after.Value == Keycap,
            // Another form of a Chinese or Japanese character: names are told apart by it.
            (>= 0xFE00 and <= 0xFE0D) or (>= 0xE0100 and <= 0xE01EF) => IsHan(before),
            0x180B or 0x180C or 0x180D or 0x180F => before.Value is >= 0x1807 and <= 0x18AA,
            >= 0xE0020 and < LastTag => IsInFlag(kept) && TagsEnd(rest),
            LastTag => IsInFlag(kept) && IsTag(before),
            0x034F or 0x17B4 or 0x17B5 => false,
            _ => true,
        };
    }

    /// <summary>An emoji or another symbol that may be one.</summary>
    internal static bool IsPicture(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol
        || rune.Value is 0x203C or 0x2049 or 0x3030 or (>= 0x2190 and <= 0x2BFF);

    private static bool IsVirama(Rune rune) => Viramas.Contains(rune.Value);

    private static bool JoinsOn(Rune rune) =>
        Array.Exists(JoinOn, range => rune.Value >= range.First && rune.Value <= range.Last);

    // Hamza and high hamza stand alone.
    private static bool IsCursive(Rune rune) => Rune.IsLetter(rune)
        && rune.Value is (>= 0x620 and <= 0x8FF and not (0x621 or 0x674))
            or (>= 0x1807 and <= 0x18AA)
            or (>= 0xA840 and <= 0xA872)
            or (>= 0x10D00 and <= 0x10D23) or (>= 0x1E900 and <= 0x1E943);

    private static bool IsHan(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter
        && rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    // A skin tone or the selector of the coloured form.
    private static bool IsPicturePart(Rune rune) => rune.Value is 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF);

    private static Rune LastBase(IReadOnlyList<Rune> kept, Func<Rune, bool> isPart)
    {
        var (at, end) = (kept.Count - 1, Math.Max(-1, kept.Count - 1 - Reach));
        while (at > end && isPart(kept[at]))
        {
            at--;
        }

        return at > end ? kept[at] : default;
    }

    private static Rune FirstBase(ReadOnlySpan<Rune> rest)
    {
        var (at, end) = (0, Math.Min(Reach, rest.Length));
        while (at < end && IsMark(rest[at]))
        {
            at++;
        }

        return at < end ? rest[at] : default;
    }

    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0020 and < LastTag;

    private static bool IsInFlag(IReadOnlyList<Rune> kept) => LastBase(kept, IsTag).Value == BlackFlag;

    private static bool TagsEnd(ReadOnlySpan<Rune> rest)
    {
        var (at, end) = (0, Math.Min(Reach, rest.Length));
        while (at < end && IsTag(rest[at]))
        {
            at++;
        }

        return at < end && rest[at].Value == LastTag;
    }
}
