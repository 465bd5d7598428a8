using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Joining;

/// <summary>Only the code from somebody who is signed in; the rest makes a new account.</summary>
public sealed record JoinWorkspaceRequest(
    [property: MaxLength(SecretCode.MaxLength)] string Code,
    [property: TextLimit(Person.MaxNameLength)] string? Name = null,
    string? Email = null,
    [property: MaxLength(PasswordStrength.MaxLength)] string? Password = null,
    string? Zone = null,
    string? Language = null);

/// <summary>Comes in by an invitation: as a new person, or as one who is signed in and gains its spaces.</summary>
public static class JoinWorkspace
{
    public static async Task<Ok<MeResponse>> Handle(
        JoinWorkspaceRequest request, HttpContext http, CurrentPerson me, InvitationAccess invitations, NewAccount accounts,
        NewSpace seats, UserManager<Person> people, SignInAttempts attempts, ServerFacts server, BatonDb db, TimeProvider clock,
        CancellationToken cancel)
    {
        var signedIn = http.User.Identity?.IsAuthenticated == true;
        var invitation = await invitations.ForHolder(request.Code, cancel);
        var person = signedIn ? await me.Load(cancel) : await CameBefore(request, invitation, people, attempts, db, cancel);
        if (person is null || !await db.InvitationUses.AnyAsync(u => u.InvitationId == invitation.Id && u.PersonId == person.Id, cancel))
        {
            var open = await invitations.RequireOpen(invitation, cancel);
            person ??= await accounts.Open(Newcomer(request), invitation.Role);
            await Seat(person, open, seats, db, clock, cancel);
            Use(invitation, person, db, clock);
            await db.SaveChangesAsync(cancel);
        }

        if (!signedIn)
        {
            await SignIn.Begin(http, person);
        }

        return TypedResults.Ok(await MeResponse.For(person, server, db, cancel));
    }

    /// <summary>Somebody whose first joining succeeded but whose answer was lost: they say the same again.</summary>
    private static async Task<Person?> CameBefore(
        JoinWorkspaceRequest request, Invitation invitation, UserManager<Person> people, SignInAttempts attempts, BatonDb db,
        CancellationToken cancel)
    {
        if (request.Email is null || request.Password is null || await people.FindByEmailAsync(request.Email) is not { } person
            || !await db.InvitationUses.AnyAsync(u => u.InvitationId == invitation.Id && u.PersonId == person.Id, cancel))
        {
            return null;
        }

        var attempt = attempts.Count(request.Email);
        if (!await people.CheckPasswordAsync(person, request.Password))
        {
            return null;
        }

        attempt.Succeeded();
        return person;
    }

    private static Newcomer Newcomer(JoinWorkspaceRequest request)
    {
        return new Newcomer(
            Needed("name", request.Name),
            Needed("email", request.Email),
            Needed("password", request.Password),
            Needed("zone", request.Zone),
            Needed("language", request.Language));

        static string Needed(string field, string? value) =>
            value ?? throw AppException.Invalid(field, "A new account needs this.");
    }

    private static async Task Seat(
        Person person, OpenInvitation open, NewSpace seats, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var spaceIds = open.Spaces.Select(s => s.Id).ToList();
        var members = (await db.Memberships.AsNoTracking()
            .Where(m => spaceIds.Contains(m.SpaceId))
            .Select(m => new { m.SpaceId, m.PersonId })
            .ToListAsync(cancel)).ToLookup(m => m.SpaceId, m => m.PersonId);
        var role = person.WorkspaceRole == WorkspaceRole.Guest ? SpaceRole.Guest : open.Invitation.SpaceRole;
        foreach (var space in open.Spaces.Where(s => !members[s.Id].Contains(person.Id)))
        {
            var membership = seats.Seat(space, person.Id, role, clock.UtcNow());
            Welcome.One(space, membership, person, [.. members[space.Id], person.Id], person.Id, db);
        }
    }

    /// <summary>Counted inside the transaction: of two who come at once by the last use, one comes in.</summary>
    private static void Use(Invitation invitation, Person person, BatonDb db, TimeProvider clock)
    {
        var now = clock.UtcNow();
        db.InvitationUses.Add(InvitationUse.Of(invitation, person.Id, now));
        db.OnCondition(async cancel =>
        {
            var counted = await db.Invitations
                .Where(i => i.Id == invitation.Id && i.RevokedAt == null && i.ExpiresAt > now && (i.Uses == null || i.Used < i.Uses))
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.Used, x => x.Used + 1), cancel);
            if (counted == 0)
            {
                throw InvitationAccess.Over();
            }
        });
    }
}
