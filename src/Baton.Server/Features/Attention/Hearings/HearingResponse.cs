namespace Baton.Server.Features.Attention.Hearings;

/// <summary>How much of a place I chose to hear; read by nobody else.</summary>
/// <param name="PlaceId">The topic, the task, or the space, also of its chat.</param>
/// <param name="Level">Null: I took my choice back.</param>
public sealed record HearingResponse(HearingPlace Place, Guid PlaceId, HearingLevel? Level, DateTime ChosenAt)
{
    public static HearingResponse From(Hearing hearing) =>
        new(hearing.Place, hearing.PlaceId, hearing.Level, hearing.ChosenAt);
}

public sealed record ChooseHearingRequest(HearingLevel Level);
