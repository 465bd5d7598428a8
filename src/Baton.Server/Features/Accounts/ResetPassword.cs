using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

public sealed record ResetPasswordRequest(
    [property: MaxLength(SecretCode.MaxLength)] string Code,
    [property: MaxLength(PasswordStrength.MaxLength)] string Password);

/// <summary>Chooses a new password with the code from the mail; every browser is signed out.</summary>
public static class ResetPassword
{
    public static async Task<NoContent> Handle(
        ResetPasswordRequest request, MailedCodeAccess codes, UserManager<Person> people, Sessions sessions, BatonDb db,
        TimeProvider clock, CancellationToken cancel)
    {
        var (person, _, all) = await codes.For(request.Code, MailedCodeKind.ResetPassword, cancel);
        PasswordStrength.Require("password", request.Password, person.Name, person.Email!);
        person.Protect(people.PasswordHasher.HashPassword(person, request.Password),
            Guid.CreateVersion7(clock.UtcNow()));
        // Two who bring the same code at once both remove it here; the second removes nothing, starts over and is
        // refused.
        db.MailedCodes.RemoveRange(all);
        var ended = await db.Sessions.Where(s => s.PersonId == person.Id).ToListAsync(cancel);
        db.Sessions.RemoveRange(ended);
        await db.SaveChangesAsync(cancel);
        sessions.Forget(ended);

        return TypedResults.NoContent();
    }
}
