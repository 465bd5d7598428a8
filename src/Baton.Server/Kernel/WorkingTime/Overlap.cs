using NodaTime;

namespace Baton.Server.Kernel.WorkingTime;

public static class Overlap
{
    /// <summary>When all of these people work at once, in order; nothing for nobody.</summary>
    public static IReadOnlyList<Interval> Of(
        IReadOnlyCollection<WorkingHours> people, Interval within) => people.Count == 0
        ? []
        : people.Select(IReadOnlyList<Interval> (one) => [.. one.Between(within.Start, within.End)]).Aggregate(Both);

    private static IReadOnlyList<Interval> Both(IReadOnlyList<Interval> ones, IReadOnlyList<Interval> others)
    {
        var both = new List<Interval>();
        for (var (i, j) = (0, 0); i < ones.Count && j < others.Count; _ = ones[i].End < others[j].End ? i++ : j++)
        {
            var (start, end) = (Instant.Max(ones[i].Start, others[j].Start), Instant.Min(ones[i].End, others[j].End));
            if (start < end)
            {
                both.Add(new Interval(start, end));
            }
        }

        return both;
    }
}
