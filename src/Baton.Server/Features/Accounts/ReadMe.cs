using Baton.Server.Data;
using Baton.Server.Kernel.Mail;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Accounts;

public static class ReadMe
{
    public static async Task<Ok<MeResponse>> Handle(CurrentPerson me, Mailer mailer, BatonDb db, CancellationToken cancel) =>
        TypedResults.Ok(await MeResponse.For(await me.Load(cancel), mailer, db, cancel));
}
