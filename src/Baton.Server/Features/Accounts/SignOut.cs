using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Accounts;

/// <summary>Signs this browser out.</summary>
public static class SignOut
{
    // Answers carry tags, so that browsers keep them: whoever takes the device next must not find them.
    private const string WhatWasRead = "\"cache\"";

    public static async Task<NoContent> Handle(HttpContext http)
    {
        await http.SignOutAsync(Sessions.Scheme);
        http.Response.Headers["Clear-Site-Data"] = WhatWasRead;
        return TypedResults.NoContent();
    }
}
