using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Accounts;

public sealed record AskForEmailChangeRequest(
    [property: Required, MaxLength(MailAddresses.MaxLength)] string Email,
    [property: MaxLength(PasswordStrength.MaxLength)] string Password);

/// <summary>
/// Asks to sign in with another address from now on: it is mailed a link, and nothing changes before that is followed.
/// Whether somebody else has the address is not told here.
/// </summary>
/// <exception cref="AppException">409 <c>mail-off</c>.</exception>
public static class AskForEmailChange
{
    public static async Task<Accepted> Handle(
        AskForEmailChangeRequest request, CurrentPerson me, OwnPassword own, EmailConfirmations confirmations,
        BatonDb db, CancellationToken cancel)
    {
        confirmations.RequireMail();
        var address = MailAddresses.Require("email", request.Email);
        await own.Require(await me.Load(cancel), "password", request.Password);
        confirmations.Ask(me.Id, address);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Accepted((string?)null);
    }
}
