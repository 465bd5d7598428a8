using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

/// <summary>The only door to other people. A guest knows those in their spaces; everybody else is nobody.</summary>
public sealed class PersonAccess(BatonDb db)
{
    public IQueryable<Person> SeenBy(CurrentPerson me)
    {
        var people = db.People.Where(p => p.LeftAt == null);
        if (me.Role != WorkspaceRole.Guest)
        {
            return people;
        }

        var mine = db.Memberships.Where(m => m.PersonId == me.Id).Select(m => m.SpaceId);
        return people.Where(p => db.Memberships.Any(m => m.PersonId == p.Id && mine.Contains(m.SpaceId)));
    }

    /// <summary>Somebody, tracked, whose standing in the workspace is about to change.</summary>
    /// <returns>Null for somebody who has left already.</returns>
    /// <exception cref="AppException">
    /// 404, or 403 without the right, and for an admin who reaches for an owner.
    /// </exception>
    public async Task<Person?> ForManaging(CurrentPerson me, Guid personId, CancellationToken cancel)
    {
        if (!WorkspaceAccess.MayManage(me) && !await SeenBy(me).AnyAsync(p => p.Id == personId, cancel))
        {
            throw AppException.NotFound("person");
        }

        WorkspaceAccess.RequireManaging(me);
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == personId, cancel)
            ?? throw AppException.NotFound("person");
        if (person.WorkspaceRole == WorkspaceRole.Owner)
        {
            RequireOwner(me);
        }

        return person.IsFormer ? null : person;
    }

    public static void RequireOwner(CurrentPerson me)
    {
        if (me.Role != WorkspaceRole.Owner)
        {
            throw AppException.Forbidden("owner-only", "workspace.own",
                "Only an owner makes, changes or removes owners: you need the right workspace.own.");
        }
    }
}
