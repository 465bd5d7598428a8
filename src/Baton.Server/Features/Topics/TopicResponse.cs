namespace Baton.Server.Features.Topics;

/// <param name="Text">Markdown.</param>
/// <param name="Html">The text, rendered and sanitised.</param>
public sealed record ClosureResponse(
    Outcome Outcome, string Text, string Html, IReadOnlyList<Guid> TaskIds, Guid By, DateTime At)
{
    public static ClosureResponse? From(Closure? closure) => closure is null
        ? null
        : new(closure.Outcome, closure.Text, closure.Html, closure.TaskIds, closure.ClosedById, closure.ClosedAt);
}

/// <param name="Closure">How it ended; null while it is open.</param>
/// <param name="EarlierClosure">Of an open one: how it had ended before it was opened again.</param>
/// <param name="MessageCount">Deleted ones too.</param>
public sealed record TopicResponse(
    Guid Id,
    Guid SpaceId,
    string Title,
    Guid OpenedBy,
    DateTime OpenedAt,
    Guid OpeningMessageId,
    IReadOnlyList<Guid> FollowerIds,
    ClosureResponse? Closure,
    ClosureResponse? EarlierClosure,
    int MessageCount,
    DateTime LastMessageAt)
{
    /// <summary>Of a topic that was loaded with its followers and its outcome.</summary>
    public static TopicResponse From(Topic topic) => new(
        topic.Id,
        topic.SpaceId,
        topic.Title,
        topic.OpenedById,
        topic.BeganAt,
        topic.OpeningMessageId,
        [.. topic.Followers.Select(f => f.PersonId).Order()],
        topic.IsClosed ? ClosureResponse.From(topic.Closure) : null,
        topic.IsClosed ? null : ClosureResponse.From(topic.Closure),
        topic.MessageCount,
        topic.LastMessageAt);
}
