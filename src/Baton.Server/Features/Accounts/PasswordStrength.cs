using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Accounts;

/// <param name="Score">0 guessed at once … 4 very strong; see <see cref="PasswordStrength.Least"/>.</param>
/// <param name="Warning">What makes it weak; null when it is good enough.</param>
/// <param name="Suggestions">What would make it better.</param>
public sealed record PasswordStrengthResponse(int Score, string? Warning, IReadOnlyList<string> Suggestions);

/// <summary>
/// How long a password would withstand guessing (zxcvbn, Wheeler, USENIX Security 2016). It is the only rule besides a
/// length: rules of composition only make people write passwords down (NIST SP 800-63B).
/// </summary>
public static class PasswordStrength
{
    /// <summary>Withstands about a hundred million guesses.</summary>
    public const int Least = 2;

    public const int MinLength = 8;

    public const int MaxLength = 200;

    // zxcvbn's work grows with the square of the length, and nobody guesses beyond this.
    private const int JudgedLength = 72;
    private const int MaxWords = 20;

    // Its dictionaries are ten megabytes, read in a tenth of a second: kept while passwords are being chosen, and let
    // go when memory is tidied. Judging shares no state.
    private static readonly WeakReference<Zxcvbn.Zxcvbn?> Judged = new(null);

    private static readonly Catalogue Texts = new("Features.Accounts.AccountsTexts");

    /// <param name="words">What is easily guessed of this person: name, address, workspace.</param>
    public static PasswordStrengthResponse Judge(string password, IEnumerable<string> words, string language)
    {
        if (password.Length < MinLength)
        {
            return new PasswordStrengthResponse(0, Texts.Say(language, "password.short", MinLength), []);
        }

        var result = Estimator()
            .EvaluatePassword(password.Length > JudgedLength ? password[..JudgedLength] : password, Split(words));
        return result.Score >= Least
            ? new PasswordStrengthResponse(result.Score, null, [])
            : new PasswordStrengthResponse(result.Score, WarningFor(result, language),
                [Texts.Say(language, "password.addWords")]);
    }

    /// <exception cref="AppException">
    /// 400 on <paramref name="field"/> for one that is too short, too long or too easily guessed.
    /// </exception>
    public static void Require(string field, string password, params string[] words)
    {
        if (password.Length > MaxLength)
        {
            throw AppException.Invalid(field, $"This may have up to {MaxLength} characters.");
        }

        var strength = Judge(password, words, "en");
        if (strength.Score < Least)
        {
            throw AppException.Invalid(field, string.Join(' ', [strength.Warning!, .. strength.Suggestions]));
        }
    }

    private static Zxcvbn.Zxcvbn Estimator()
    {
        if (!Judged.TryGetTarget(out var estimator))
        {
            estimator = new Zxcvbn.Zxcvbn();
            Judged.SetTarget(estimator);
        }

        return estimator;
    }

    private static string WarningFor(Zxcvbn.Result result, string language)
    {
        // The longest part that was recognised says most about why.
        var found = result.MatchSequence.Where(m => m.Pattern != "bruteforce").MaxBy(m => m.Token.Length);
        var key = (found, found?.Pattern) switch
        {
            (Zxcvbn.Matcher.DictionaryMatch { DictionaryName: "user_inputs" }, _) => "password.yours",
            (_, "dictionary" or "l33t") => "password.common",
            (_, "spatial") => "password.keyboard",
            (_, "repeat") => "password.repeat",
            (_, "sequence") => "password.sequence",
            (_, "date" or "year" or "digits") => "password.date",
            _ => "password.weak",
        };
        return Texts.Say(language, key);
    }

    private static IEnumerable<string> Split(IEnumerable<string> words) => words
        .SelectMany(word => word.Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries)
            .Append(word))
        .Where(word => word.Length >= 3)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Take(MaxWords);
}
