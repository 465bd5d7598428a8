using Baton.Server.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Kernel.Jobs;

/// <summary>
/// Shorter order keys, in the order they have, once some of them have grown long: each drop into the same gap makes a
/// key longer, and after some 370 there would be no room. By a job, not in the drop itself: a drop that is sent again
/// must find its own key. One that is on its way meanwhile may land some places off, the same for all.
/// </summary>
public static class Spreading
{
    /// <summary>Called by whatever gives something a place; the caller saves.</summary>
    /// <param name="kind">The job that spreads such an order.</param>
    /// <param name="orderId">What the order is of: a list's tasks, a space's lists, a task's steps, a person's
    /// pins.</param>
    public static void IfCrowded(string? orderKey, string kind, Guid orderId, DbContext db, DateTime now)
    {
        if (orderKey?.Length > OrderKey.Crowded)
        {
            db.Add(Job.Of(kind, orderId.ToString(), now));
        }
    }

    /// <summary>New keys for all from the first long one to the last; nothing when none is long.</summary>
    public static IReadOnlyList<(T Item, string Key)> Of<T>(
        IEnumerable<T> items, Func<T, string> keyOf, Func<T, Guid> idOf)
    {
        var order = items.OrderBy(keyOf, StringComparer.Ordinal).ThenBy(idOf).ToList();
        var first = order.FindIndex(IsLong);
        if (first < 0)
        {
            return [];
        }

        var last = order.FindLastIndex(IsLong);
        var keys = OrderKey.Spread(KeyAt(first - 1), KeyAt(last + 1), last - first + 1);
        return [.. order.Skip(first).Zip(keys)];

        bool IsLong(T item) => keyOf(item).Length > OrderKey.Roomy;

        string? KeyAt(int place) => place >= 0 && place < order.Count ? keyOf(order[place]) : null;
    }
}
