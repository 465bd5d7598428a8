using System.Globalization;
using System.Text;

namespace Baton.Server.Kernel.Text;

/// <summary>
/// Text as people search and sort it: small letters without accents, whatever the database's collation
/// (Unicode NFKD; the two databases fold letters differently, so they are folded before they get there).
/// </summary>
public static class Folded
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }
}
