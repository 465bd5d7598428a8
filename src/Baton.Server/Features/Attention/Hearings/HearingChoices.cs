using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Hearings;

/// <summary>
/// Where a person chooses how much of a place they hear, told to their own devices and to nobody else. The caller has
/// been through the door of the place, and saves.
/// </summary>
public sealed class HearingChoices(CurrentPerson me, BatonDb db, TimeProvider clock)
{
    /// <exception cref="AppException">
    /// 400 for a level that such a place does not have, 409 <c>hearing-full</c>.
    /// </exception>
    public async Task<HearingResponse> Choose(
        HearingPlace place, Guid placeId, HearingLevel level, CancellationToken cancel)
    {
        var hearing = await Mine(place, placeId, cancel);
        if (hearing?.Level != level)
        {
            hearing = await Write(hearing, place, placeId, level, cancel);
            await Announce(HearingResponse.From(hearing), cancel);
        }

        return HearingResponse.From(hearing);
    }

    /// <summary>As usual again, or as was chosen for the whole space.</summary>
    public async Task TakeBack(HearingPlace place, Guid placeId, CancellationToken cancel)
    {
        if (await Mine(place, placeId, cancel) is { } hearing)
        {
            db.Hearings.Remove(hearing);
            await Announce(HearingResponse.From(hearing) with { Level = null, ChosenAt = clock.UtcNow() }, cancel);
        }
    }

    /// <summary>
    /// Whoever follows a topic or watches a task says that they want to hear it, whatever they chose before of it or of
    /// its whole space.
    /// </summary>
    public async Task HearAgain(HearingPlace place, Guid placeId, Guid spaceId, CancellationToken cancel)
    {
        var chosen = await db.Hearings
            .Where(h => h.PersonId == me.Id && (h.PlaceId == placeId || h.PlaceId == spaceId)).ToListAsync(cancel);
        if (chosen.Exists(h => h.Place == HearingPlace.Space && h.IsLess))
        {
            await Choose(place, placeId, HearingLevel.Usual, cancel);
        }
        else if (chosen.Exists(h => h.Place == place && h.IsLess))
        {
            await TakeBack(place, placeId, cancel);
        }
    }

    private async Task<Hearing> Write(
        Hearing? hearing, HearingPlace place, Guid placeId, HearingLevel level, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        if (hearing is not null)
        {
            hearing.Choose(level, now);
            return hearing;
        }

        var chosen = Hearing.Of(me.Id, place, placeId, level, now);
        if (await db.Hearings.CountAsync(h => h.PersonId == me.Id, cancel) >= Hearing.MaxPerPerson)
        {
            throw AppException.Conflict("hearing-full",
                $"You chose so for {Hearing.MaxPerPerson} places already. Take some of it back first.");
        }

        db.Hearings.Add(chosen);
        return chosen;
    }

    private Task<Hearing?> Mine(HearingPlace place, Guid placeId, CancellationToken cancel) =>
        db.Hearings.FirstOrDefaultAsync(
            h => h.PersonId == me.Id && h.Place == place && h.PlaceId == placeId, cancel);

    private async Task Announce(HearingResponse response, CancellationToken cancel) => db.Announce(
        await PersonalSpaces.Of(me.Id, db, cancel), "hearing.changed", response.PlaceId, me.Id, response);
}
