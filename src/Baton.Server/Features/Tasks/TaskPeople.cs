using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

/// <summary>Whoever works on a task, watches it or owns a step of it is in its space.</summary>
internal static class TaskPeople
{
    /// <summary>Each of them once. 404 <c>person-not-found</c> when one is not in the space.</summary>
    public static async Task<IReadOnlyList<Guid>> Require(
        IReadOnlyList<Guid> personIds, Guid spaceId, BatonDb db, CancellationToken cancel)
    {
        if (personIds.Count == 0)
        {
            return personIds;
        }

        var asked = personIds.Distinct().ToList();
        var found = await db.Memberships.CountAsync(m => m.SpaceId == spaceId && asked.Contains(m.PersonId), cancel);
        return found == asked.Count ? asked : throw AppException.NotFound("person");
    }
}
