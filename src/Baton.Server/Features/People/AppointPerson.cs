using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.People;

public sealed record AppointPersonRequest(WorkspaceRole WorkspaceRole);

/// <summary>Gives somebody another standing in the workspace. Their roles in spaces stay as they are.</summary>
/// <exception cref="AppException">403 <c>right-missing</c>, <c>owner-only</c>; 409 <c>last-owner</c>.</exception>
public static class AppointPerson
{
    public static async Task<Ok<PersonResponse>> Handle(
        Guid personId,
        AppointPersonRequest request,
        CurrentPerson me,
        PersonAccess people,
        Sessions sessions,
        BatonDb db,
        CancellationToken cancel)
    {
        var person = await people.ForManaging(me, personId, cancel) ?? throw AppException.NotFound("person");
        if (request.WorkspaceRole == WorkspaceRole.Owner)
        {
            PersonAccess.RequireOwner(me);
        }

        if (person.WorkspaceRole != request.WorkspaceRole)
        {
            if (person.WorkspaceRole == WorkspaceRole.Owner)
            {
                Owners.KeepOneBeside(person.Id, db);
            }

            person.Appoint(request.WorkspaceRole);
            await PersonChange.Announce(person, me.Id, db, cancel);
            db.Announce(person.PersonalSpaceId, "me.changed", person.Id, me.Id, new
            {
                Person = PersonResponse.From(person),
                Can = MeResponse.RightsOf(person.WorkspaceRole),
            });
            await db.SaveChangesAsync(cancel);
            sessions.Refresh(person.Id);
        }

        return TypedResults.Ok(PersonResponse.From(person));
    }
}
