using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;

namespace Baton.Server.Features.Accounts;

/// <summary>
/// What stands in the cookie: the session's key, as it is. 256 random bits need no encryption around them, and the
/// framework answers "not signed in" to whatever its key ring fails at: to a database that was busy for a moment, too.
/// </summary>
internal sealed class SessionCookie : ISecureDataFormat<AuthenticationTicket>
{
    // Under this name the framework looks for the key.
    private const string KeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";
    private const int KeyBytes = 32;

    private static readonly int KeyLength = NewKey().Length;

    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    public string Protect(AuthenticationTicket data) =>
        data.Principal.FindFirstValue(KeyClaim) ?? throw new InvalidOperationException("The session has no key.");

    public string Protect(AuthenticationTicket data, string? purpose) => Protect(data);

    public AuthenticationTicket? Unprotect(string? protectedText) => protectedText?.Length == KeyLength
        ? new AuthenticationTicket(new ClaimsPrincipal(
            new ClaimsIdentity([new Claim(KeyClaim, protectedText)], Sessions.Scheme)), Sessions.Scheme)
        : null;

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) => Unprotect(protectedText);
}
