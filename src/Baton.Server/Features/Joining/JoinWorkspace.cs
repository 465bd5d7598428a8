using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Joining;

/// <summary>Only the code from somebody who is signed in; the rest makes a new account.</summary>
/// <param name="Id">The new person's.</param>
public sealed record JoinWorkspaceRequest(
    [property: MaxLength(SecretCode.MaxLength)] string Code,
    [property: MadeId] Guid? Id = null,
    [property: TextLimit(Person.MaxNameLength)] string? Name = null,
    [property: MaxLength(MailAddresses.MaxLength)] string? Email = null,
    [property: MaxLength(PasswordStrength.MaxLength)] string? Password = null,
    string? Zone = null,
    string? Language = null);

/// <summary>
/// Comes in by an invitation: as a new person, or as one who has an account and gains its spaces. The answer tells
/// nobody whether somebody else has the address: who gives their own password comes in as themselves, everybody else as
/// somebody new.
/// </summary>
/// <exception cref="AppException">
/// 401 <c>sign-in-refused</c>; 404 <c>invitation-not-found</c>; 409 <c>invitation-over</c>.
/// </exception>
public static class JoinWorkspace
{
    public static async Task<Ok<MeResponse>> Handle(
        JoinWorkspaceRequest request,
        HttpContext http,
        CurrentPerson me,
        InvitationAccess invitations,
        NewAccount accounts,
        NewSpace seats,
        Credentials credentials,
        ServerFacts server,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var signedIn = http.User.Identity?.IsAuthenticated == true;
        var invitation = await invitations.ForHolder(request.Code, cancel);
        var person = signedIn ? await me.Load(cancel) : await Known(request, credentials, cancel);
        if (person is null
            || !await db.InvitationUses.AnyAsync(
                u => u.InvitationId == invitation.Id && u.PersonId == person.Id, cancel))
        {
            var open = await invitations.RequireOpen(invitation, cancel);
            person ??= await New(request, invitation, accounts, credentials, db, cancel);
            await Seat(person, open, seats, db, clock, cancel);
            Use(invitation, person, db, clock);
            await Confirm(person, invitation, request.Code, credentials, cancel);
            await db.SaveChangesAsync(cancel);
        }

        if (!signedIn)
        {
            await SignIn.Begin(http, person);
        }

        return TypedResults.Ok(await MeResponse.For(person, server, db, cancel));
    }

    /// <summary>
    /// Who has this address and password: also whoever came in already and says it again, because the answer was lost.
    /// </summary>
    private static async Task<Person?> Known(
        JoinWorkspaceRequest request, Credentials credentials, CancellationToken cancel) =>
        request is { Email: { } email, Password: { } password }
            ? await credentials.Find(email, password, cancel)
            : null;

    private static async Task<Person> New(
        JoinWorkspaceRequest request, Invitation invitation, NewAccount accounts, Credentials credentials, BatonDb db,
        CancellationToken cancel)
    {
        var newcomer = Newcomer(request);
        var id = request.Id is { } made && made != Guid.Empty
            ? made
            : throw AppException.Invalid("id", "A new account needs an id that you make.");
        if (!await db.People.AnyAsync(p => p.Id == id, cancel))
        {
            return await accounts.Open(newcomer, invitation.Role, id, cancel);
        }

        // The same request, sent at the same moment, has made the account since it was looked for.
        return await Known(request, credentials, cancel)
            ?? throw AppException.Conflict("id-taken", "That id is taken.");
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

    /// <summary>Whoever comes by the mail to their own address has shown that they read it.</summary>
    private static async Task Confirm(
        Person person, Invitation invitation, string code, Credentials credentials, CancellationToken cancel)
    {
        if (person.Email is { } email && invitation.ShowsReading(email, code)
            && !await credentials.At(email).AnyAsync(p => p.EmailConfirmed, cancel))
        {
            person.ReachAt(email, person.NormalizedEmail!);
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
                .Where(i => i.Id == invitation.Id
                    && i.RevokedAt == null
                    && i.ExpiresAt > now
                    && (i.Uses == null || i.Used < i.Uses))
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.Used, x => x.Used + 1), cancel);
            if (counted == 0)
            {
                throw InvitationAccess.Over();
            }
        });
    }
}
