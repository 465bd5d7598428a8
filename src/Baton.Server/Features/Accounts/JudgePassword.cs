using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Accounts;

/// <param name="Words">What is easily guessed of this person: name, address, workspace.</param>
public sealed record JudgePasswordRequest(
    [property: MaxLength(PasswordStrength.MaxLength)] string Password,
    [property: MaxLength(10)] IReadOnlyList<string> Words);

/// <summary>Tells while somebody types how good a password is. Nothing is kept.</summary>
public static class JudgePassword
{
    public static Ok<PasswordStrengthResponse> Handle(
        JudgePasswordRequest request, HttpContext http) => TypedResults.Ok(
        PasswordStrength.Judge(request.Password, request.Words.Where(word => word is { Length: <= 254 }),
            LanguageOf(http.Request)));

    // Nobody is signed in where most passwords are chosen: the browser says what its person reads.
    private static string LanguageOf(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.ToString().Split('-')[0].ToLower(CultureInfo.InvariantCulture))
        .FirstOrDefault(l => l is "en" or "de") ?? "en";
}
