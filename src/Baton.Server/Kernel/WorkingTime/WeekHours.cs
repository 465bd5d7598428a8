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
        if (!_days.All(day => day.All(IsOfOneDay)) || Overlaps())
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
        var week = new List<WorkInterval>();
        foreach (var interval in weeks.SelectMany(one => one.InOrder()))
        {
            week.AddRange(week.Aggregate<WorkInterval, IEnumerable<WorkInterval>>(
                [interval], (rest, taken) => rest.SelectMany(piece => WithoutEachWeek(piece, taken))).ToList());
        }

        return new WeekHours(week.GroupBy(interval => interval.Start / WorkInterval.MinutesOfDay % 7).ToDictionary(
            day => (IsoDayOfWeek)(day.Key + 1),
            IReadOnlyList<WorkInterval> (day) =>
                [.. day.Select(interval => interval.After(-interval.Start / WorkInterval.MinutesOfDay))]));
    }

    public IReadOnlyList<WorkInterval> this[IsoDayOfWeek day] => _days[(int)day - 1];

    /// <summary>No hours at all: nothing can ever be due for such a person.</summary>
    public bool IsEmpty => _days.All(day => day.Length == 0);

    private static bool IsOfOneDay(WorkInterval interval) =>
        interval is { Start: >= 0 and < WorkInterval.MinutesOfDay }
        && interval.End > interval.Start
        && interval.End - interval.Start <= WorkInterval.MinutesOfDay;

    private bool Overlaps()
    {
        var week = InOrder().ToList();
        return week.Zip(week.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second))
            || (week.Count > 1 && week[0].After(days: 7).Overlaps(week[^1]));
    }

    /// <summary>With minutes counted from Monday's midnight.</summary>
    private IEnumerable<WorkInterval> InOrder() =>
        _days.SelectMany((day, index) => day.Select(interval => interval.After(days: index)));

    // Sunday's night reaches into the next Monday.
    private static IEnumerable<WorkInterval> WithoutEachWeek(WorkInterval piece, WorkInterval taken) => piece
        .Without(taken.After(days: -7))
        .SelectMany(rest => rest.Without(taken))
        .SelectMany(rest => rest.Without(taken.After(days: 7)));
}
