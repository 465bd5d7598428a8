namespace Baton.Server.Kernel.Streams;

/// <summary>A change that is about to be committed; it gets its version in the transaction that makes it.</summary>
/// <param name="BeganAt">When the item it speaks of began; null when there is none but the space.</param>
/// <param name="Payload">Made inside the transaction, so that it can show numbers given there.</param>
public sealed record Announcement(
    Guid SpaceId, string Kind, Guid ItemId, Guid? ActorId, DateTime? BeganAt, Func<object> Payload);
