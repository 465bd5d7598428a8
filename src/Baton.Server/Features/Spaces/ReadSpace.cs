using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Spaces;

/// <summary>One space as I see it: who is in it, my role, and what I may do there.</summary>
public static class ReadSpace
{
    public static async Task<Results<Ok<SpaceResponse>, StatusCodeHttpResult>> Handle(
        Guid spaceId, HttpContext http, CurrentPerson me, SpaceAccess spaces, BatonDb db, CancellationToken cancel)
    {
        await spaces.ForReading(me, spaceId, cancel);
        var space = (await SpaceResponse.For(me.Id, spaceId, db, cancel)).Single();
        return ETags.IsFresh(http, space.StateFor(me.Id))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(space);
    }
}
