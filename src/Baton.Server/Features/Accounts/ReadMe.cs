using Baton.Server.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Accounts;

public static class ReadMe
{
    public static async Task<Ok<MeResponse>> Handle(CurrentPerson me, ServerFacts server, BatonDb db, CancellationToken cancel) =>
        TypedResults.Ok(await MeResponse.For(await me.Load(cancel), server, db, cancel));
}
