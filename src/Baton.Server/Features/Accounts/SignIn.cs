using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Accounts;

public sealed record SignInRequest(
    [property: Required, MaxLength(MailAddresses.MaxLength)] string Email,
    [property: Required, MaxLength(200)] string Password);

/// <summary>Marks the address at which somebody signs in, whoever may be signed in there.</summary>
internal sealed class BeginsSession;

/// <summary>
/// Signs in with address and password; the cookie of the answer carries the session. One answer for an unknown address,
/// a wrong password and a locked account, after the same work.
/// </summary>
/// <exception cref="AppException">401 <c>sign-in-refused</c>.</exception>
public static class SignIn
{
    public static async Task<Ok<MeResponse>> Handle(
        SignInRequest request,
        HttpContext http,
        Credentials credentials,
        ServerFacts server,
        BatonDb db,
        CancellationToken cancel)
    {
        var person = await credentials.Find(request.Email, request.Password, cancel)
            ?? throw AppException.Unauthorized("sign-in-refused", "That address and password do not go together.");
        await Begin(http, person);
        return TypedResults.Ok(await MeResponse.For(person, server, db, cancel));
    }

    /// <summary>Starts a session for a person who has just proved who they are.</summary>
    public static Task Begin(HttpContext http, Person person) => http.SignInAsync(
        Sessions.Scheme,
        Sessions.PrincipalFor(person.Id, Guid.Empty, person.WorkspaceRole),
        new AuthenticationProperties { IsPersistent = true });
}
