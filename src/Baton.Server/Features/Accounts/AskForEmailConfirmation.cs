using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Accounts;

/// <summary>
/// Asks for a mail to the address I sign in with, whose link shows that I read it. One that is confirmed already is
/// mailed nothing; whether somebody else has confirmed it is not told here.
/// </summary>
/// <exception cref="AppException">409 <c>mail-off</c>.</exception>
public static class AskForEmailConfirmation
{
    public static async Task<Accepted> Handle(
        CurrentPerson me, EmailConfirmations confirmations, BatonDb db, CancellationToken cancel)
    {
        confirmations.RequireMail();
        var person = await me.Load(cancel);
        // Without a password: a stolen session gains nothing by it, since only who reads the mail confirms.
        if (!person.EmailConfirmed)
        {
            confirmations.Ask(person.Id, person.Email!);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Accepted((string?)null);
    }
}
