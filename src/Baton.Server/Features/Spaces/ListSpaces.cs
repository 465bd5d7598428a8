using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Spaces;

public static class ListSpaces
{
    /// <summary>My spaces, the archived ones included.</summary>
    public static async Task<Ok<IReadOnlyList<SpaceResponse>>> Handle(
        CurrentPerson me, BatonDb db, CancellationToken cancel) =>
        TypedResults.Ok(await SpaceResponse.For(me.Id, null, db, cancel));
}
