using Baton.Server.Kernel.Web;

namespace Baton.Server.Kernel.Text;

/// <summary>
/// A place in an order as a text that sorts by its bytes: between any two there is room for another, so that a move
/// writes one row. Equal keys fall back to the id. The keys are those of fractional-indexing by Rocicorp (CC0,
/// github.com/rocicorp/fractional-indexing), which the client uses; orderKeys.vectors.json holds both sides to it.
/// </summary>
public static class OrderKey
{
    public const int MaxLength = 64;

    /// <summary>A key longer than this shows that its order needs spreading.</summary>
    public const int Crowded = 40;

    /// <summary>A key up to this length leaves room enough beside it.</summary>
    public const int Roomy = 12;

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string First = "a0";

    // There is nothing below it, so no key may claim it.
    private static readonly string Smallest = "A" + new string('0', 26);

    /// <exception cref="AppException">
    /// 400 on <paramref name="field"/> for what is no order key or is longer than <see cref="MaxLength"/>.
    /// </exception>
    public static string Require(string field, string? key) => key is { Length: <= MaxLength } && IsValid(key)
        ? key
        : throw AppException.Invalid(field,
            $"That is not an order key of up to {MaxLength} characters, such as a0 or a0V.");

    /// <summary>
    /// A head that tells the length of the whole part, its digits, then a fraction without a zero at its end.
    /// </summary>
    public static bool IsValid(string key) =>
        key.Length > 0
        && WholeLength(key[0]) is var whole and > 0
        && whole <= key.Length
        && key.All(digit => Digits.Contains(digit, StringComparison.Ordinal))
        && key != Smallest
        && (key.Length == whole || key[^1] != '0');

    /// <summary>
    /// A key after <paramref name="before"/> and before <paramref name="after"/>; null stands for the start and the
    /// end.
    /// </summary>
    public static string Between(string? before, string? after) => (before, after) switch
    {
        (null, null) => First,
        (null, { } upper) => Below(upper),
        ({ } lower, null) => Above(lower),
        ({ } lower, { } upper) => Amid(lower, upper),
    };

    /// <summary>The first <paramref name="count"/> keys of an empty order.</summary>
    public static IReadOnlyList<string> FirstOf(int count)
    {
        var keys = new List<string>(count);
        while (keys.Count < count)
        {
            keys.Add(Between(keys.LastOrDefault(), null));
        }

        return keys;
    }

    /// <summary>
    /// As many keys between two (null stands for the start and the end), as short as halving the gap makes them.
    /// </summary>
    public static IReadOnlyList<string> Spread(string? before, string? after, int count)
    {
        var keys = new string[count];
        Fill(0, count, before, after);
        return keys;

        void Fill(int from, int to, string? lower, string? upper)
        {
            if (from < to)
            {
                var middle = (from + to) / 2;
                keys[middle] = Between(lower, upper);
                Fill(from, middle, lower, keys[middle]);
                Fill(middle + 1, to, keys[middle], upper);
            }
        }
    }

    private static string Below(string upper)
    {
        var (whole, fraction) = Split(upper);
        return whole == Smallest ? whole + Midpoint("", fraction)
            : fraction.Length > 0 ? whole
            : Step(whole, -1) ?? throw new ArgumentException($"There is nothing below {upper}.", nameof(upper));
    }

    private static string Above(string lower)
    {
        var (whole, fraction) = Split(lower);
        return Step(whole, +1) ?? (whole + Midpoint(fraction, null));
    }

    private static string Amid(string lower, string upper)
    {
        var (whole, fraction) = Split(lower);
        var (upperWhole, upperFraction) = Split(upper);
        if (whole == upperWhole)
        {
            return whole + Midpoint(fraction, upperFraction);
        }

        return Step(whole, +1) is { } next && string.CompareOrdinal(next, upper) < 0
            ? next
            : whole + Midpoint(fraction, null);
    }

    /// <summary>
    /// The shortest fraction strictly between two; an empty lower one is zero, an absent upper one is one.
    /// </summary>
    private static string Midpoint(string lower, string? upper)
    {
        if (upper is not null)
        {
            var shared = 0;
            while (DigitAt(lower, shared) == upper[shared])
            {
                shared++;
            }

            if (shared > 0)
            {
                return upper[..shared] + Midpoint(lower[Math.Min(shared, lower.Length)..], upper[shared..]);
            }
        }

        var low = lower.Length > 0 ? ValueOf(lower[0]) : 0;
        var high = upper is not null ? ValueOf(upper[0]) : Digits.Length;
        if (high - low > 1)
        {
            return Digits[(low + high + 1) / 2].ToString();
        }

        return upper is { Length: > 1 }
            ? upper[..1]
            : Digits[low] + Midpoint(lower.Length > 0 ? lower[1..] : "", null);
    }

    /// <summary>The next or the previous whole part; null where there is none.</summary>
    private static string? Step(string whole, int by)
    {
        var digits = whole[1..].ToCharArray();
        for (var at = digits.Length - 1; at >= 0; at--)
        {
            var value = ValueOf(digits[at]) + by;
            if (value >= 0 && value < Digits.Length)
            {
                digits[at] = Digits[value];
                return whole[0] + new string(digits);
            }

            digits[at] = by > 0 ? '0' : 'z';
        }

        return Carry(whole[0], by) is { } head ? head + new string(by > 0 ? '0' : 'z', WholeLength(head) - 1) : null;
    }

    private static char? Carry(char head, int by) => (head, by) switch
    {
        ('z', > 0) or ('A', < 0) => null,
        ('Z', > 0) => 'a',
        ('a', < 0) => 'Z',
        _ => (char)(head + by),
    };

    private static (string Whole, string Fraction) Split(string key) => IsValid(key)
        ? (key[..WholeLength(key[0])], key[WholeLength(key[0])..])
        : throw new ArgumentException($"{key} is no order key.", nameof(key));

    private static int WholeLength(char head) => head switch
    {
        >= 'a' and <= 'z' => head - 'a' + 2,
        >= 'A' and <= 'Z' => 'Z' - head + 2,
        _ => 0,
    };

    private static char DigitAt(string fraction, int at) => at < fraction.Length ? fraction[at] : '0';

    private static int ValueOf(char digit) => Digits.IndexOf(digit, StringComparison.Ordinal);
}
