using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

/// <summary>Tells every space of a person how they appear now.</summary>
internal static class PersonChange
{
    public static async Task Announce(Person person, Guid actorId, BatonDb db, CancellationToken cancel)
    {
        var spaceIds = await db.Memberships.Where(m => m.PersonId == person.Id)
            .Select(m => m.SpaceId).ToListAsync(cancel);
        foreach (var spaceId in spaceIds)
        {
            db.Announce(spaceId, "person.changed", person.Id, actorId, PersonResponse.From(person));
        }
    }
}
