using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.People;

/// <summary>Back to my initials; the picture is no longer given to anybody.</summary>
public static class RemovePicture
{
    public static async Task<Ok<MeResponse>> Handle(
        CurrentPerson me, ServerFacts server, BatonDb db, CancellationToken cancel)
    {
        var person = await me.Load(cancel);
        await ChangePicture.Show(person, null, db, cancel);
        return TypedResults.Ok(await MeResponse.For(person, server, db, cancel));
    }
}
