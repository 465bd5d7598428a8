using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Calendars;

/// <param name="Slots">One to six different times of day, <c>HH:mm</c>; null: three, as the day goes.</param>
public sealed record ChooseBatchesRequest(IReadOnlyList<string>? Slots);

public sealed record BatchesResponse(IReadOnlyList<string>? Slots);

/// <summary>Says at which times of day what came for me is brought.</summary>
public static class ChooseBatches
{
    public static async Task<Ok<BatchesResponse>> Handle(
        ChooseBatchesRequest request, CurrentPerson me, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var person = await me.Load(cancel);
        var before = person.Batches;
        person.GetBatchesAt(request.Slots);
        var response = new BatchesResponse(person.Batches?.Split(','));
        if (person.Batches != before)
        {
            CalendarChange.Announce(person, person.Id, new { Batches = response.Slots }, db, clock.UtcNow());
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(response);
    }
}
