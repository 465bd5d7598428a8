using Baton.Server.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Accounts;

/// <summary>Who I am: my profile, my standing in the workspace, and what I may do there.</summary>
public static class ReadMe
{
    public static async Task<Ok<MeResponse>> Handle(
        CurrentPerson me, ServerFacts server, BatonDb db, CancellationToken cancel) =>
        TypedResults.Ok(await MeResponse.For(await me.Load(cancel), server, db, cancel));
}
