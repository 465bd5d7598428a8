using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

public sealed record ConfirmEmailRequest([property: MaxLength(SecretCode.MaxLength)] string Code);

/// <summary>
/// The code from the mail makes the new address mine, whoever else claims it (docs/decisions/0015). It need not come
/// from the browser that asked.
/// </summary>
/// <exception cref="AppException">409 <c>email-taken</c>.</exception>
public static class ConfirmEmail
{
    public static async Task<NoContent> Handle(
        ConfirmEmailRequest request,
        MailedCodeAccess codes,
        ILookupNormalizer normalizer,
        BatonDb db,
        CancellationToken cancel)
    {
        var (person, code, all) = await codes.For(request.Code, MailedCodeKind.ConfirmEmail, cancel);
        var normalized = normalizer.NormalizeEmail(code.Email)!;
        // Whoever holds the code reads that mailbox, so they may know.
        if (await db.People.AnyAsync(
            p => p.NormalizedEmail == normalized && p.EmailConfirmed && p.Id != person.Id, cancel))
        {
            throw AppException.Conflict("email-taken", "Somebody else has confirmed this address already.");
        }

        person.ReachAt(code.Email, normalized);
        db.MailedCodes.RemoveRange(all);
        db.Announce(person.PersonalSpaceId, "me.changed", person.Id, person.Id, new { code.Email });
        await db.SaveChangesAsync(cancel);

        return TypedResults.NoContent();
    }
}
