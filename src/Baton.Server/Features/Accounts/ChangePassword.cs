using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

public sealed record ChangePasswordRequest(
    [property: MaxLength(PasswordStrength.MaxLength)] string Current,
    [property: MaxLength(PasswordStrength.MaxLength)] string Next);

/// <summary>A new password; it signs all my other browsers out.</summary>
public static class ChangePassword
{
    public static async Task<NoContent> Handle(
        ChangePasswordRequest request, CurrentPerson me, OwnPassword own, UserManager<Person> people, Sessions sessions,
        MailedCodeAccess codes, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var person = await me.Load(cancel);
        if (!await own.Fits(person, request.Current))
        {
            // Sent again because the answer was lost: it is done already.
            await own.Require(person, "current", request.Next);
            return TypedResults.NoContent();
        }

        PasswordStrength.Require("next", request.Next, person.Name, person.Email!);
        person.Protect(people.PasswordHasher.HashPassword(person, request.Next), Guid.CreateVersion7(clock.UtcNow()));
        var others = await db.Sessions.Where(s => s.PersonId == me.Id && s.Id != me.SessionId).ToListAsync(cancel);
        db.Sessions.RemoveRange(others);
        await codes.Void(me.Id, cancel);
        await db.SaveChangesAsync(cancel);
        sessions.Forget(others);

        return TypedResults.NoContent();
    }
}
