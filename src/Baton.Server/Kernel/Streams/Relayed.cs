using System.Net.ServerSentEvents;

namespace Baton.Server.Kernel.Streams;

/// <summary>A committed change as it goes out to those who listen.</summary>
/// <param name="Withheld">The same version for those who may not look back so far.</param>
internal sealed record Relayed(
    long Sequence, Guid SpaceId, DateTime At, DateTime BeganAt, SseItem<byte[]> Whole, SseItem<byte[]> Withheld)
{
    public SseItem<byte[]> For(Listener listener) => BeganAt < listener.Spaces[SpaceId] ? Withheld : Whole;
}
