using Baton.Server.Features.Attachments;

namespace Baton.Server.Features.Messages;

/// <summary>A message about to be posted, with what it refers to already found through the doors.</summary>
/// <param name="PlaceBeganAt">When the topic or task began that it stands in; null in the chat.</param>
/// <param name="Thread">The root of the thread it replies in.</param>
/// <param name="Quoted">The message it answers to.</param>
public sealed record Draft(
    Guid Id,
    Guid SpaceId,
    Place Place,
    DateTime? PlaceBeganAt,
    string Body,
    string Fingerprint,
    Message? Thread,
    Message? Quoted,
    IReadOnlyList<Attachment> Attachments);
