using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Identity;

namespace Baton.Server.Features.Accounts;

/// <summary>
/// Asks somebody who is signed in for their password once more, before what a stolen session must not do.
/// </summary>
public sealed class OwnPassword(UserManager<Person> people, SignInAttempts attempts)
{
    /// <exception cref="AppException">400 on <paramref name="field"/> for a wrong one, 429 after too many.</exception>
    public async Task Require(Person person, string field, string password)
    {
        if (!await Fits(person, password))
        {
            throw AppException.Invalid(field, "That is not your password.");
        }
    }

    public async Task<bool> Fits(Person person, string password)
    {
        var attempt = attempts.CountProof(person.Id);
        if (!await people.CheckPasswordAsync(person, password))
        {
            return false;
        }

        attempt.Succeeded();
        return true;
    }
}
