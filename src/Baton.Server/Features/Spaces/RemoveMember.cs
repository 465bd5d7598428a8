using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Spaces;

/// <summary>Takes somebody out of a space, or lets me leave it.</summary>
/// <exception cref="AppException">409 <c>last-admin</c>.</exception>
public static class RemoveMember
{
    public static async Task<NoContent> Handle(
        Guid spaceId, Guid personId, CurrentPerson me, SpaceAccess spaces, BatonDb db, CancellationToken cancel)
    {
        if (personId == me.Id && !await spaces.SeatsOf(me.Id).AnyAsync(s => s.SpaceId == spaceId, cancel))
        {
            // Gone already, or never there: the same answer, which tells a stranger nothing.
            return TypedResults.NoContent();
        }

        await spaces.For(me, spaceId, personId == me.Id ? Rights.LeaveSpace : Rights.ManageMember, cancel);
        if (await db.Memberships.FirstOrDefaultAsync(m => m.SpaceId == spaceId && m.PersonId == personId, cancel)
            is { } membership)
        {
            await Departure.Of(membership, me.Id, db, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.NoContent();
    }
}
