using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Spaces;

/// <param name="PersonIds">In the order in which they are asked; none takes everybody off duty.</param>
public sealed record NameDutyRequest(
    [property: Required, MaxLength(Space.MaxOnDuty)] IReadOnlyList<Guid> PersonIds);

/// <summary>Says who of a space is asked first when something cannot wait.</summary>
/// <exception cref="AppException">404 <c>person-not-found</c>.</exception>
public static class NameDuty
{
    public static async Task<Ok<SpaceResponse>> Handle(
        Guid spaceId,
        NameDutyRequest request,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        CancellationToken cancel)
    {
        var space = await spaces.ForChanging(me, spaceId, Rights.EditSpace, cancel);
        if (!space.DutyIds.SequenceEqual(request.PersonIds))
        {
            await RequireMembers(space, request.PersonIds, db, cancel);
            space.PutOnDuty(request.PersonIds);
            db.Announce(space.Id, "space.changed", space.Id, me.Id, new { space.Id, space.DutyIds });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await SpaceResponse.One(me.Id, space.Id, db, cancel));
    }

    private static async Task RequireMembers(
        Space space, IReadOnlyList<Guid> personIds, BatonDb db, CancellationToken cancel)
    {
        if (personIds.Distinct().Count() < personIds.Count)
        {
            throw AppException.Invalid("personIds", "Name each of them once.");
        }

        var members = await db.Memberships.CountAsync(
            m => m.SpaceId == space.Id && personIds.Contains(m.PersonId) && m.Role != SpaceRole.Guest, cancel);
        if (members < personIds.Count)
        {
            throw AppException.NotFound("person");
        }

        foreach (var personId in personIds)
        {
            db.Provided(
                $"EXISTS (SELECT 1 FROM memberships WHERE space_id = {space.Id} AND person_id = {personId})");
        }
    }
}
