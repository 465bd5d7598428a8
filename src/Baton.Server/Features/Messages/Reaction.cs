using System.Globalization;
using System.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Messages;

/// <summary>One person's one emoji on a message.</summary>
public sealed class Reaction
{
    public const int MaxEmojiLength = 32;

    private Reaction()
    {
    }

    public Guid MessageId { get; private init; }

    public string Emoji { get; private init; } = "";

    public Guid PersonId { get; private init; }

    public DateTime At { get; private init; }

    public static Reaction Of(Guid messageId, string emoji, Guid personId, DateTime now) =>
        new() { MessageId = messageId, Emoji = RequireEmoji(emoji), PersonId = personId, At = now };

    /// <summary>One picture: a single grapheme with a symbol, a flag or a keycap in it.</summary>
    public static string RequireEmoji(string emoji) =>
        emoji.Length is > 0 and <= MaxEmojiLength
        && StringInfo.GetNextTextElementLength(emoji) == emoji.Length
        && emoji.EnumerateRunes().Any(IsPicture)
            ? emoji
            : throw AppException.Invalid("emoji", "A reaction is one emoji, such as 👍.");

    // U+20E3 makes a keycap of a digit.
    private static bool IsPicture(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol || rune.Value is 0x20E3 or 0x203C or 0x2049 or (>= 0x2190 and <= 0x2BFF);
}
