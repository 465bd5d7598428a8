using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

/// <summary>
/// What every way of making a task has in common: made from nothing, from another task, from a step of one.
/// </summary>
internal static class NewTask
{
    /// <summary>
    /// The answer when this very request has made the task already; 409 <c>id-taken</c> when another one has.
    /// </summary>
    public static async Task<Created<TaskResponse>?> FindMade(
        Guid id, string fingerprint, Seat seat, BatonDb db, CancellationToken cancel)
    {
        var made = await db.Tasks.AsNoTracking().WithParts().FirstOrDefaultAsync(t => t.Id == id, cancel);
        if (made is null)
        {
            return null;
        }

        Fingerprint.RequireSame(made.Fingerprint, fingerprint);
        // Sent away since, maybe to where its maker may not look.
        return made.SpaceId == seat.SpaceId ? Created(made, seat) : throw AppException.NotFound("task");
    }

    /// <summary>Gives it the next number of its space, tells the space of it and asks whoever is assigned.</summary>
    public static async Task Announce(
        TaskItem task, Seat seat, Guid actorId, TaskAsks asks, BatonDb db, CancellationToken cancel)
    {
        db.Tasks.Add(task);
        await asks.Assign(
            task.AsPost(actorId), task.DueDate, actorId, [.. task.Assignees.Select(a => a.PersonId)], cancel);
        db.TakeNumber(task.SpaceId, task.NumberAs);
        SpreadTasks.IfCrowded(task, db, task.BeganAt);
        db.Announce(task, "task.created", actorId, () => TaskResponse.From(task, seat.Key));
    }

    public static Created<TaskResponse> Created(TaskItem task, Seat seat) =>
        TypedResults.Created($"/api/tasks/{task.Id}", TaskResponse.From(task, seat.Key));
}
