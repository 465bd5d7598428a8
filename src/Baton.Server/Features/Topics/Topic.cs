using Baton.Server.Features.Messages;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Topics;

/// <summary>
/// A titled discussion: begins with an opening message, and ends, until it is reopened, with an outcome.
/// </summary>
public sealed class Topic : ISpaceItem
{
    public const int MaxTitleLength = 200;

    private readonly List<TopicFollower> _followers = [];

    private Topic()
    {
    }

    public Guid Id { get; private init; }

    public Guid SpaceId { get; private init; }

    public string Title { get; private set; } = "";

    /// <summary>The title as the list's text filter compares it.</summary>
    public string FoldedTitle { get; private set; } = "";

    public Guid OpenedById { get; private init; }

    /// <summary>When it was opened.</summary>
    public DateTime BeganAt { get; private init; }

    public Guid OpeningMessageId { get; private init; }

    /// <summary>
    /// Deleted ones too. Counted up in the transaction of each message (<see cref="PostInTopic"/>), never written from
    /// here.
    /// </summary>
    public int MessageCount { get; private init; }

    /// <summary>Only ever moves forward; see <see cref="MessageCount"/>.</summary>
    public DateTime LastMessageAt { get; private init; }

    /// <summary>How it ended, or once did; see <see cref="IsClosed"/>.</summary>
    public Closure? Closure { get; private set; }

    /// <summary><see cref="Kernel.Web.Fingerprint"/> of the request that opened it.</summary>
    public string Fingerprint { get; private init; } = "";

    public IReadOnlyList<TopicFollower> Followers => _followers;

    public bool IsClosed => Closure is { ReopenedAt: null };

    public Place Place => PlaceOf(Id);

    public static Topic Open(
        Guid id, Guid spaceId, string title, Guid openerId, Guid openingMessageId, string fingerprint, DateTime now)
    {
        var topic = new Topic
        {
            Id = id,
            SpaceId = spaceId,
            OpenedById = openerId,
            BeganAt = now,
            OpeningMessageId = openingMessageId,
            MessageCount = 1,
            LastMessageAt = now,
            Fingerprint = fingerprint,
        };
        topic.Rename(title);
        topic.Follow(openerId);
        return topic;
    }

    public static Place PlaceOf(Guid topicId) => new(PlaceKind.Topic, topicId);

    public static string Fold(string text) => text.ToUpperInvariant();

    public void Rename(string title)
    {
        Title = PlainText.Line("title", title, MaxTitleLength);
        FoldedTitle = Fold(Title);
    }

    /// <summary>Ends it; false when it ended in just this already.</summary>
    /// <exception cref="AppException">
    /// 400 for an answer or a decision without words; 409 when it ended in something else.
    /// </exception>
    public bool Close(
        Outcome outcome, string text, IReadOnlyList<Guid> taskIds, Guid personId, Markdown markdown, DateTime now)
    {
        if (!IsClosed)
        {
            Closure ??= Closure.Of(Id);
            Closure.Say(outcome, text, taskIds, personId, markdown, now);
            return true;
        }

        return Closure!.Says(outcome, text, taskIds) ? false : throw Closed();
    }

    /// <summary>Goes on; what it had ended in stays beside it.</summary>
    public void Reopen(DateTime now) => Closure?.Lift(now);

    public bool IsFollowedBy(Guid personId) => _followers.Exists(f => f.PersonId == personId);

    public void Follow(Guid personId) => _followers.Add(TopicFollower.Of(Id, personId));

    public void Unfollow(Guid personId) => _followers.RemoveAll(f => f.PersonId == personId);

    /// <summary>What a message into a closed topic is answered: 409 with how it was closed.</summary>
    public AppException Closed() =>
        AppException.Conflict("topic-closed", "This topic is closed. Reopen it to go on.",
            new { Id, Closure = ClosureResponse.From(Closure) });
}
