using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

/// <summary>Whoever works on a task, watches it or owns a step of it is in its space and sees it.</summary>
internal static class TaskPeople
{
    /// <summary>Each of them once.</summary>
    /// <exception cref="AppException">
    /// 404 <c>person-not-found</c> when one is not in the space, 409 <c>task-hidden</c> when one may not look back so
    /// far.
    /// </exception>
    public static async Task<IReadOnlyList<Guid>> Require(
        IReadOnlyList<Guid> personIds, TaskItem task, BatonDb db, CancellationToken cancel)
    {
        if (personIds.Count == 0)
        {
            return personIds;
        }

        var asked = personIds.Distinct().ToList();
        var from = await db.Memberships
            .Where(m => m.SpaceId == task.SpaceId && asked.Contains(m.PersonId))
            .Select(m => m.HistoryFrom)
            .ToListAsync(cancel);
        return from.Count < asked.Count ? throw AppException.NotFound("person")
            : from.Any(f => task.BeganAt < f)
                ? throw AppException.Conflict("task-hidden",
                    "They joined without what was before, and do not see this task. Make a copy of it for them.")
                : asked;
    }
}
