using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Mail;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.People;

/// <summary>Back to my initials; the picture is no longer given to anybody.</summary>
public static class RemovePicture
{
    public static async Task<Ok<MeResponse>> Handle(CurrentPerson me, Mailer mailer, BatonDb db, CancellationToken cancel)
    {
        var person = await me.Load(cancel);
        await ChangePicture.Show(person, null, db, cancel);
        return TypedResults.Ok(await MeResponse.For(person, mailer, db, cancel));
    }
}
