using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

/// <summary>
/// Whose address and password these are. An address that nobody has confirmed is a claim, and several accounts may make
/// it; the password tells which one is meant (docs/decisions/0015).
/// </summary>
public sealed class Credentials(UserManager<Person> people, SignInAttempts attempts, BatonDb db)
{
    /// <summary>Accounts that may claim one address, beside the one that has confirmed it.</summary>
    public const int MostClaims = 3;

    private const int Most = MostClaims + 1;

    /// <summary>
    /// Lets one more account claim an address. Whoever has confirmed it is not counted: nobody learns of them by trying
    /// how many more there may be.
    /// </summary>
    /// <exception cref="AppException">
    /// 400 on <c>email</c> when there are too many, also when others come at the same moment.
    /// </exception>
    public async Task RequireRoom(string email, CancellationToken cancel)
    {
        if (await At(email).CountAsync(p => !p.EmailConfirmed, cancel) >= MostClaims)
        {
            throw AppException.Invalid("email", "That account cannot be made. If it is yours already, sign in.");
        }

        // Takes the row's lock: of two who come at once, by whatever invitations, the second waits here and then counts
        // the first.
        db.OnCondition(
            transaction => db.Workspaces.ExecuteUpdateAsync(w => w.SetProperty(x => x.Name, x => x.Name), transaction));
        var normalized = people.NormalizeEmail(email);
        db.Provided($"(SELECT COUNT(*) FROM people WHERE normalized_email = {normalized} AND NOT email_confirmed) <= {MostClaims}");
    }

    /// <summary>The account, or null. Each answer takes the same work, however many accounts there are.</summary>
    /// <exception cref="AppException">429 after too many wrong ones.</exception>
    public async Task<Person?> Find(string email, string password, CancellationToken cancel)
    {
        var attempt = attempts.Count(email);
        var found = await Fitting(await At(email).ToListAsync(cancel), password);
        if (found is not null)
        {
            attempt.Succeeded();
        }

        return found;
    }

    /// <summary>The accounts at an address: the one that has confirmed it first, then the oldest.</summary>
    public IQueryable<Person> At(string email)
    {
        var normalized = people.NormalizeEmail(email.Trim());
        return db.People.Where(p => p.NormalizedEmail == normalized)
            .OrderByDescending(p => p.EmailConfirmed).ThenBy(p => p.CreatedAt).ThenBy(p => p.Id);
    }

    private async Task<Person?> Fitting(List<Person> accounts, string password)
    {
        Person? fitting = null;
        for (var place = 0; place < Math.Max(Most, accounts.Count); place++)
        {
            if (place >= accounts.Count)
            {
                // As long as it takes to find that one does not fit.
                people.PasswordHasher.HashPassword(null!, password);
            }
            else if (await people.CheckPasswordAsync(accounts[place], password))
            {
                fitting ??= accounts[place];
            }
        }

        return fitting;
    }
}
