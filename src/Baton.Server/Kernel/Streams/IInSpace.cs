namespace Baton.Server.Kernel.Streams;

/// <summary>Lies in a space since some instant, before which some of its members may not look back.</summary>
public interface IInSpace
{
    Guid SpaceId { get; }

    /// <summary>
    /// When it began in this space: a reply as its thread did, a comment as its task. Whoever may not look back so far
    /// sees neither it nor any change that speaks of it (docs/decisions/0012).
    /// </summary>
    DateTime BeganAt { get; }
}

/// <summary>A message, a topic, a task: what changes speak of.</summary>
public interface ISpaceItem : IInSpace
{
    Guid Id { get; }
}
