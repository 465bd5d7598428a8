using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// The API's document as pages to read and try, all of it served from here: nothing is fetched from or told to anybody
/// else.
/// </summary>
internal static class ApiPages
{
    public const string Address = "/api/docs";

    public static void MapApiPages(this IEndpointRouteBuilder app) =>
        app.MapScalarApiReference(Address, Shape).AllowAnonymous();

    private static void Shape(ScalarOptions docs, HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = Policy(nonce);
        docs.WithOpenApiRoutePattern("/api/openapi.json")
            .WithNonce(nonce).DisableDefaultFonts().DisableTelemetry().DisableAgent().HideDeveloperTools();
    }

    /// <summary>
    /// The scripts of the page run by a nonce, another one in each answer. Its styles come by script, so they cannot
    /// have one.
    /// </summary>
    private static string Policy(string nonce) => $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src 'self' data:; "
        + "font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
