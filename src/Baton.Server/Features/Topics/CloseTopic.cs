using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Tasks;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Topics;

/// <param name="Text">What was concluded, in Markdown.</param>
/// <param name="TaskIds">The tasks of the space that it goes on as.</param>
public sealed record CloseTopicRequest(
    Outcome Outcome,
    [property: TextLimit(Closure.MaxTextLength)] string? Text = null,
    [property: MaxLength(Closure.MaxTasks)] IReadOnlyList<Guid>? TaskIds = null);

/// <summary>Ends a topic with its outcome, or opens it again.</summary>
public static class CloseTopic
{
    /// <summary>
    /// Ends a topic with its outcome. What it ended in holds until it is opened again: of two people who close it at
    /// once, or of whom one was offline, the second is told what the first concluded.
    /// </summary>
    /// <exception cref="AppException">404 <c>task-not-found</c>; 409 <c>topic-closed</c>.</exception>
    public static async Task<Ok<TopicResponse>> Handle(
        Guid topicId,
        CloseTopicRequest request,
        CurrentPerson me,
        TopicAccess topics,
        TaskAccess tasks,
        Markdown markdown,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var topic = await topics.ForClosing(me, topicId, cancel);
        var taskIds = (request.TaskIds ?? []).Distinct().ToList();
        await tasks.Require(me, topic.SpaceId, taskIds, cancel);
        if (topic.Close(request.Outcome, request.Text ?? "", taskIds, me.Id, markdown, clock.UtcNow()))
        {
            db.Announce(topic, "topic.closed", me.Id, new { topic.Id, Closure = ClosureResponse.From(topic.Closure) });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TopicResponse.From(topic));
    }

    /// <summary>Opens a closed topic again.</summary>
    public static async Task<Ok<TopicResponse>> Undo(
        Guid topicId, CurrentPerson me, TopicAccess topics, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var topic = await topics.ForClosing(me, topicId, cancel);
        if (topic.IsClosed)
        {
            topic.Reopen(clock.UtcNow());
            db.Announce(topic, "topic.reopened", me.Id,
                new { topic.Id, EarlierClosure = ClosureResponse.From(topic.Closure) });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(TopicResponse.From(topic));
    }
}
