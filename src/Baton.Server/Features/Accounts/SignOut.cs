using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Accounts;

public static class SignOut
{
    public static async Task<NoContent> Handle(HttpContext http)
    {
        await http.SignOutAsync(Sessions.Scheme);
        return TypedResults.NoContent();
    }
}
