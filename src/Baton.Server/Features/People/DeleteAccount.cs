using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.People;

public sealed record DeleteAccountRequest([property: MaxLength(PasswordStrength.MaxLength)] string Password);

/// <summary>
/// Ends my account. What I wrote stays, under "Former member"; whoever leads a space names a successor first.
/// </summary>
/// <exception cref="AppException">409 <c>successor-needed</c>, <c>last-owner</c>.</exception>
public static class DeleteAccount
{
    public static async Task<NoContent> Handle(
        DeleteAccountRequest request, HttpContext http, CurrentPerson me, OwnPassword own, Sessions sessions,
        MailedCodeAccess codes, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var person = await me.Load(cancel);
        await own.Require(person, "password", request.Password);
        var led = await Succession.LedOnlyBy(person.Id, db, cancel);
        if (led.Count > 0)
        {
            throw AppException.Conflict(
                "successor-needed",
                $"These spaces need another admin before you go: {string.Join(", ", led.Select(s => s.Name))}.",
                new { Spaces = led.Select(s => new { s.Id, s.Name }) });
        }

        var ended = await Farewell.To(person, me.Id, codes, db, clock.UtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        sessions.Forget(ended);
        await http.SignOutAsync(Sessions.Scheme);

        return TypedResults.NoContent();
    }
}
