using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.People;

/// <summary>
/// Ends somebody's time in the workspace. Spaces that only they led get the member who has been there longest as admin.
/// </summary>
/// <exception cref="AppException">
/// 403 <c>right-missing</c>, <c>owner-only</c>; 409 <c>last-owner</c>, <c>own-account</c>.
/// </exception>
public static class RemovePerson
{
    public static async Task<NoContent> Handle(
        Guid personId, CurrentPerson me, PersonAccess people, Sessions sessions, MailedCodeAccess codes, BatonDb db,
        TimeProvider clock, CancellationToken cancel)
    {
        if (personId == me.Id)
        {
            throw AppException.Conflict("own-account",
                "Your own account ends in your settings, where your password is asked for.");
        }

        if (await people.ForManaging(me, personId, cancel) is { } person)
        {
            var led = await Succession.LedOnlyBy(person.Id, db, cancel);
            await Succession.HandOver(led, me.Id, db, clock.UtcNow(), cancel);
            var ended = await Farewell.To(person, me.Id, codes, db, clock.UtcNow(), cancel);
            await db.SaveChangesAsync(cancel);
            sessions.Forget(ended);
        }

        return TypedResults.NoContent();
    }
}
