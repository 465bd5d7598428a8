using Baton.Server.Kernel.Streams;

namespace Baton.Server.Features.Spaces;

/// <summary>Something that a person may see, and the seat they see it from.</summary>
public sealed class Seen<T>
    where T : class, IInSpace
{
    public required T Item { get; init; }

    public required Seat Seat { get; init; }
}

public static class Sight
{
    /// <summary>
    /// What of these lies in the seat's space and is theirs to see: for lists and snapshots of one space.
    /// </summary>
    public static IQueryable<T> SeenFrom<T>(this IQueryable<T> items, Seat seat)
        where T : class, IInSpace
    {
        var here = items.Where(i => i.SpaceId == seat.SpaceId);
        return seat.HistoryFrom is { } from ? here.Where(i => i.BeganAt >= from) : here;
    }
}
