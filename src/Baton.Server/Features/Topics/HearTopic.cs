using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Topics;

/// <summary>How much of a topic I hear. Nobody else can learn of it.</summary>
public static class HearTopic
{
    /// <summary>Chooses how much of a topic I hear; all of it by following it. Nobody else learns of it.</summary>
    /// <exception cref="AppException">409 <c>hearing-full</c>.</exception>
    public static async Task<Ok<HearingResponse>> Handle(
        Guid topicId, ChooseHearingRequest request, CurrentPerson me, TopicAccess topics, HearingChoices choices,
        BatonDb db, CancellationToken cancel)
    {
        await topics.ForReading(me, topicId, cancel);
        var chosen = await choices.Choose(HearingPlace.Topic, topicId, request.Level, cancel);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(chosen);
    }

    /// <summary>Hears a topic as usual again, or as I chose for the whole space.</summary>
    public static async Task<NoContent> Undo(
        Guid topicId, CurrentPerson me, TopicAccess topics, HearingChoices choices, BatonDb db,
        CancellationToken cancel)
    {
        await topics.ForReading(me, topicId, cancel);
        await choices.TakeBack(HearingPlace.Topic, topicId, cancel);
        await db.SaveChangesAsync(cancel);

        return TypedResults.NoContent();
    }
}
