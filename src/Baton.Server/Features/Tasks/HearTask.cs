using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks;

/// <summary>How much of a task I hear. Nobody else can learn of it.</summary>
public static class HearTask
{
    /// <summary>Chooses how much of a task I hear; all of it to whoever watches it. Nobody else learns of it.</summary>
    /// <exception cref="AppException">409 <c>hearing-full</c>.</exception>
    public static async Task<Ok<HearingResponse>> Handle(
        Guid taskId, ChooseHearingRequest request, CurrentPerson me, TaskAccess tasks, HearingChoices choices,
        BatonDb db, CancellationToken cancel)
    {
        await tasks.ForReading(me, taskId, cancel);
        var chosen = await choices.Choose(HearingPlace.Task, taskId, request.Level, cancel);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(chosen);
    }

    /// <summary>Hears a task as usual again, or as I chose for the whole space.</summary>
    public static async Task<NoContent> Undo(
        Guid taskId, CurrentPerson me, TaskAccess tasks, HearingChoices choices, BatonDb db,
        CancellationToken cancel)
    {
        await tasks.ForReading(me, taskId, cancel);
        await choices.TakeBack(HearingPlace.Task, taskId, cancel);
        await db.SaveChangesAsync(cancel);

        return TypedResults.NoContent();
    }
}
