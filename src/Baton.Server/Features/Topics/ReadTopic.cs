using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Messages;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Topics;

public static class ReadTopic
{
    /// <summary>One topic: its title, who follows it, and how it was closed.</summary>
    public static async Task<Ok<TopicResponse>> Handle(
        Guid topicId, CurrentPerson me, TopicAccess topics, CancellationToken cancel)
    {
        var (topic, _) = await topics.ForReading(me, topicId, cancel);
        return TypedResults.Ok(TopicResponse.From(topic));
    }

    /// <summary>What was said in a topic.</summary>
    /// <exception cref="AppException">404 <c>message-not-found</c>.</exception>
    public static async Task<Ok<MessagesResponse>> Messages(
        Guid topicId,
        [AsParameters] MessageRange range,
        CurrentPerson me,
        TopicAccess topics,
        BatonDb db,
        CancellationToken cancel)
    {
        var (topic, seat) = await topics.ForReading(me, topicId, cancel);
        return TypedResults.Ok(
            await MessageStream.Read(db.Messages.Where(m => m.PlaceId == topic.Id), seat, range, db, cancel));
    }
}
