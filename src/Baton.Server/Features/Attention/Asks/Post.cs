using Baton.Server.Kernel.Streams;

namespace Baton.Server.Features.Attention.Asks;

public enum PostKind
{
    Message,
    Task,
}

public enum PostPlace
{
    Chat,
    Topic,
    Task,
}

/// <summary>What can carry addressees, as its own feature hands it over.</summary>
/// <param name="PlaceId">The space of a chat, the topic, the task.</param>
/// <param name="Subject">Its title or the beginning of its words, on one line.</param>
/// <param name="BeganAt">See <see cref="IInSpace.BeganAt"/>.</param>
public sealed record Post(
    Guid Id,
    PostKind Kind,
    Guid SpaceId,
    PostPlace Place,
    Guid PlaceId,
    Guid SenderId,
    string Subject,
    DateTime BeganAt);

/// <summary>Somebody who learns of a post without being named in it.</summary>
/// <param name="OfId">The topic they follow, the task they watch, the space they share.</param>
public sealed record Informed(Guid PersonId, Why Why, Guid OfId);
