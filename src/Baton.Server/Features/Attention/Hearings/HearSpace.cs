using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Hearings;

/// <summary>How much of a space, or of its chat, I hear. Nobody else can learn of it.</summary>
/// <exception cref="AppException">409 <c>hearing-full</c>.</exception>
public static class HearSpace
{
    /// <summary>Chooses how much of a whole space I hear: named, or asks. Nobody else can learn of it.</summary>
    public static Task<Ok<HearingResponse>> Handle(
        Guid spaceId, ChooseHearingRequest request, CurrentPerson me, SpaceAccess spaces, HearingChoices choices,
        BatonDb db, CancellationToken cancel) =>
        Choose(HearingPlace.Space, spaceId, request.Level, me, spaces, choices, db, cancel);

    /// <summary>Hears a whole space as usual again.</summary>
    public static Task<NoContent> Undo(
        Guid spaceId, CurrentPerson me, SpaceAccess spaces, HearingChoices choices, BatonDb db,
        CancellationToken cancel) =>
        TakeBack(HearingPlace.Space, spaceId, me, spaces, choices, db, cancel);

    /// <summary>Chooses how much of a space's chat I hear. Nobody else can learn of it.</summary>
    public static Task<Ok<HearingResponse>> Chat(
        Guid spaceId, ChooseHearingRequest request, CurrentPerson me, SpaceAccess spaces, HearingChoices choices,
        BatonDb db, CancellationToken cancel) =>
        Choose(HearingPlace.Chat, spaceId, request.Level, me, spaces, choices, db, cancel);

    /// <summary>Hears a space's chat as usual again, or as I chose for the whole space.</summary>
    public static Task<NoContent> UndoChat(
        Guid spaceId, CurrentPerson me, SpaceAccess spaces, HearingChoices choices, BatonDb db,
        CancellationToken cancel) =>
        TakeBack(HearingPlace.Chat, spaceId, me, spaces, choices, db, cancel);

    private static async Task<Ok<HearingResponse>> Choose(
        HearingPlace place, Guid spaceId, HearingLevel level, CurrentPerson me, SpaceAccess spaces,
        HearingChoices choices, BatonDb db, CancellationToken cancel)
    {
        await spaces.ForReading(me, spaceId, cancel);
        var chosen = await choices.Choose(place, spaceId, level, cancel);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(chosen);
    }

    private static async Task<NoContent> TakeBack(
        HearingPlace place, Guid spaceId, CurrentPerson me, SpaceAccess spaces, HearingChoices choices, BatonDb db,
        CancellationToken cancel)
    {
        await spaces.ForReading(me, spaceId, cancel);
        await choices.TakeBack(place, spaceId, cancel);
        await db.SaveChangesAsync(cancel);

        return TypedResults.NoContent();
    }
}
