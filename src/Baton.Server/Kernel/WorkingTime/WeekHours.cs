using NodaTime;

namespace Baton.Server.Kernel.WorkingTime;

/// <summary>What somebody works in an ordinary week: for each weekday its intervals, in order and apart.</summary>
public sealed class WeekHours
{
    /// <summary>Monday first, as <see cref="IsoDayOfWeek"/> counts.</summary>
    private readonly WorkInterval[][] _days;

    /// <param name="days">The intervals of each weekday; a day that is not named is free.</param>
    /// <exception cref="ArgumentException">
    /// An interval is empty, longer than a day or begins on another, or two overlap: on their day, across midnight, or
    /// from Sunday into Monday.
    /// </exception>
    public WeekHours(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<WorkInterval>> days)
    {
        _days =
        [
            .. Enumerable.Range(1, 7).Select(day => days.GetValueOrDefault((IsoDayOfWeek)day) ?? [])
                .Select(WorkInterval[] (intervals) => [.. intervals.OrderBy(interval => interval.Start)]),
        ];
        if (!_days.All(day => day.All(IsOfOneDay)) || Overlaps([.. InOrder()]))
        {
            throw new ArgumentException(
                "These are not the hours of a week: one is no interval, or two overlap.", nameof(days));
        }
    }

    /// <summary>Monday to Friday, nine to five: what is assumed of somebody who has not said.</summary>
    public static WeekHours Assumed { get; } = On(
        new(9 * 60, 17 * 60),
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday);

    /// <summary>The same interval on each of these days.</summary>
    public static WeekHours On(WorkInterval interval, params IEnumerable<IsoDayOfWeek> days) =>
        new(days.ToDictionary(day => day, IReadOnlyList<WorkInterval> (_) => [interval]));

    /// <summary>Hours that hold all of these, which may overlap.</summary>
    public static WeekHours Covering(IEnumerable<WeekHours> weeks)
    {
        var all = weeks.SelectMany(one => one.InOrder()).OrderBy(interval => interval.Start).ToList();
        var days = Enumerable.Range(0, 7).Select(_ => new List<WorkInterval>()).ToArray();
        // Sunday's night reaches into the Monday with which the week begins.
        var covered = all.Select(interval => interval.After(days: -7).End).DefaultIfEmpty().Max();
        foreach (var interval in all)
        {
            var start = Math.Max(interval.Start, covered);
            if (start < interval.End)
            {
                var day = start / WorkInterval.MinutesOfDay;
                days[day % 7].Add(new WorkInterval(start, interval.End).After(-day));
                covered = interval.End;
            }
        }

        return new WeekHours(days.Index()
            .ToDictionary(day => (IsoDayOfWeek)(day.Index + 1), IReadOnlyList<WorkInterval> (day) => day.Item));
    }

    public static bool Overlap(WeekHours one, WeekHours other) =>
        Overlaps([.. one.InOrder().Concat(other.InOrder()).OrderBy(interval => interval.Start)]);

    public IReadOnlyList<WorkInterval> this[IsoDayOfWeek day] => _days[(int)day - 1];

    /// <summary>No hours at all: nothing can ever be due for such a person.</summary>
    public bool IsEmpty => _days.All(day => day.Length == 0);

    private static bool IsOfOneDay(WorkInterval interval) =>
        interval is { Start: >= 0 and < WorkInterval.MinutesOfDay }
        && interval.End > interval.Start
        && interval.End - interval.Start <= WorkInterval.MinutesOfDay;

    private static bool Overlaps(List<WorkInterval> week) =>
        week.Zip(week.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second))
            || (week.Count > 1 && week[0].After(days: 7).Overlaps(week[^1]));

    /// <summary>With minutes counted from Monday's midnight.</summary>
    private IEnumerable<WorkInterval> InOrder() =>
        _days.SelectMany((day, index) => day.Select(interval => interval.After(days: index)));
}
