using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Identity;

namespace Baton.Server.Features.Joining;

/// <summary>What a person says of themselves when their account is made.</summary>
public sealed record Newcomer(string Name, string Email, string Password, string Zone, string Language);

/// <summary>
/// The one place where an account comes into being: the person and their personal space. The caller saves.
/// </summary>
public sealed class NewAccount(
    UserManager<Person> people, Credentials credentials, NewSpace spaces, BatonDb db, TimeProvider clock)
{
    /// <summary>
    /// Also at an address that another account has: nobody learns here which do (docs/decisions/0015).
    /// </summary>
    /// <exception cref="AppException">400 for an address, a name or a password that will not do.</exception>
    public async Task<Person> Open(
        Newcomer newcomer, WorkspaceRole role, Guid? id = null, CancellationToken cancel = default)
    {
        var address = MailAddresses.Require("email", newcomer.Email);
        PasswordStrength.Require("password", newcomer.Password, newcomer.Name, address);
        var now = clock.UtcNow();
        var person = Person.Join(
            id ?? Guid.CreateVersion7(now), newcomer.Name, address, newcomer.Zone, newcomer.Language, role, now);
        await credentials.RequireRoom(address, cancel);
        // Not by way of UserManager.CreateAsync: it looks for the id once more and fails in its own way when the same
        // request, sent twice, has just taken it. The commit finds out too, and then this one starts over.
        await people.UpdateNormalizedUserNameAsync(person);
        await people.UpdateNormalizedEmailAsync(person);
        person.Protect(people.PasswordHasher.HashPassword(person, newcomer.Password), Guid.CreateVersion7(now));
        db.People.Add(person);

        var space = Space.Personal(person.PersonalSpaceId, person.Name, now);
        var membership = spaces.Found(space, person, now);
        db.Announce(space.Id, "member.joined", person.Id, person.Id, new
        {
            Person = PersonResponse.From(person),
            Member = MemberResponse.From(membership),
        });
        return person;
    }
}
