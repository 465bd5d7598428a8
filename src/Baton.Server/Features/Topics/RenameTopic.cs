using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Topics;

public sealed record RenameTopicRequest([property: TextLimit(Topic.MaxTitleLength)] string Title);

/// <summary>Gives a topic another title.</summary>
public static class RenameTopic
{
    public static async Task<Ok<TopicResponse>> Handle(
        Guid topicId,
        RenameTopicRequest request,
        CurrentPerson me,
        TopicAccess topics,
        BatonDb db,
        CancellationToken cancel)
    {
        var topic = await topics.ForRenaming(me, topicId, cancel);
        var before = topic.Title;
        topic.Rename(request.Title);
        if (topic.Title != before)
        {
            db.Announce(topic, "topic.renamed", me.Id, new { topic.Id, topic.Title });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TopicResponse.From(topic));
    }
}
