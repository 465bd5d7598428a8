using System.Text.Json;
using Baton.Server.Kernel.Streams;

namespace Baton.Server.Features.Sync;

/// <summary>
/// One thing that happened, as a replica merges it; <c>payload</c>'s shape follows from <c>kind</c> (docs/changes.md).
/// </summary>
public sealed record ChangeResponse(
    Guid SpaceId, long Version, string Kind, Guid ItemId, Guid? ActorId, DateTime At, JsonElement Payload)
{
    public static ChangeResponse From(Change change) => new(
        change.SpaceId, change.Version, change.Kind, change.ItemId, change.ActorId, change.At,
        JsonElement.Parse(change.Payload));
}
