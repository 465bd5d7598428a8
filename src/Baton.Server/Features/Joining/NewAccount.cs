using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Joining;

/// <summary>What a person says of themselves when their account is made.</summary>
public sealed record Newcomer(string Name, string Email, string Password, string Zone, string Language);

/// <summary>The one place where an account comes into being: the person and their personal space. The caller saves.</summary>
public sealed class NewAccount(UserManager<Person> people, Credentials credentials, NewSpace spaces, BatonDb db, TimeProvider clock)
{
    /// <summary>Also at an address that another account has: nobody learns here which do (docs/decisions/0015).</summary>
    /// <exception cref="AppException">400 for an address, a name or a password that will not do.</exception>
    public async Task<Person> Open(Newcomer newcomer, WorkspaceRole role, Guid? id = null, CancellationToken cancel = default)
    {
        var address = MailAddresses.Require("email", newcomer.Email);
        PasswordStrength.Require("password", newcomer.Password, newcomer.Name, address);
        var now = clock.UtcNow();
        var person = Person.Join(
            id ?? Guid.CreateVersion7(now), newcomer.Name, address, newcomer.Zone, newcomer.Language, role, now);
        await credentials.RequireRoom(address, cancel);
        if (!(await people.CreateAsync(person, newcomer.Password)).Succeeded)
        {
            // All else was looked at before: the id has been taken this moment, by this very request sent twice.
            throw new DbUpdateConcurrencyException("Somebody with this id has just joined.");
        }

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
