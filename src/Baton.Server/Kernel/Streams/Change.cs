namespace Baton.Server.Kernel.Streams;

/// <summary>
/// One thing that happened in a space. The history, the live feed, the catch-up and the audit trail are all made of
/// these. Versions of a space start at 1 and have no gaps.
/// </summary>
public sealed class Change : IInSpace
{
    public Guid SpaceId { get; init; }

    public long Version { get; init; }

    /// <summary><c>noun.pastTense</c>, such as <c>task.moved</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind's part before the dot, by which an activity page filters.</summary>
    public required string Noun { get; init; }

    /// <summary>What it happened to; with <see cref="SpaceId"/> the address of the item.</summary>
    public Guid ItemId { get; init; }

    /// <summary>Who did it; null when the server did.</summary>
    public Guid? ActorId { get; init; }

    public DateTime At { get; init; }

    /// <summary>
    /// When the item began that it speaks of; of a change that speaks of the space itself, <see cref="At"/>.
    /// </summary>
    public DateTime BeganAt { get; init; }

    /// <summary>
    /// JSON that a replica merges: a whole response, or an id with the fields that changed. Never rewritten, but for
    /// words that must be erased.
    /// </summary>
    public required string Payload { get; init; }

    /// <summary>
    /// What is told of it to whoever may not look back so far: that there was a change, so that the versions have no
    /// gap, and nothing else.
    /// </summary>
    public Change Withheld() => new()
    {
        SpaceId = SpaceId,
        Version = Version,
        Kind = "change.withheld",
        Noun = "change",
        ItemId = SpaceId,
        At = At,
        BeganAt = BeganAt,
        Payload = "{}",
    };

    public static string NounOf(string kind) => kind.Split('.')[0];
}
