namespace Baton.Server.Features.Topics;

/// <summary>
/// Somebody who wants to hear of new messages in a topic: its opener, whoever posts in it, whoever asks to.
/// </summary>
public sealed class TopicFollower
{
    private TopicFollower()
    {
    }

    public Guid TopicId { get; private init; }

    public Guid PersonId { get; private init; }

    public static TopicFollower Of(Guid topicId, Guid personId) => new() { TopicId = topicId, PersonId = personId };
}
