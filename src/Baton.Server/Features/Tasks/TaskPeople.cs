using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

/// <summary>Whoever works on a task, watches it or owns a step of it is in its space and sees it.</summary>
internal static class TaskPeople
{
    /// <summary>Who learns of what is said under a task: who made it, who watches it, who does it.</summary>
    public static async Task<IReadOnlyList<Informed>> Informed(TaskItem task, BatonDb db, CancellationToken cancel)
    {
        var watching = await db.TaskWatchers.Where(w => w.TaskId == task.Id)
            .Select(w => w.PersonId).ToListAsync(cancel);
        var assigned = await db.TaskAssignees.Where(a => a.TaskId == task.Id)
            .Select(a => a.PersonId).ToListAsync(cancel);
        return
        [
            new(task.CreatedBy, Why.Made, task.Id),
            .. watching.Select(id => new Informed(id, Why.Watches, task.Id)),
            .. assigned.Select(id => new Informed(id, Why.Assigned, task.Id)),
        ];
    }

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
