using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Baton.Server.Kernel.WorkingTime;

/// <summary>
/// A week in writing: <c>Mo-Th 09:00-12:00,13:00-17:00; Fr 09:00-13:00</c>. It is the part of OpenStreetMap's
/// <c>opening_hours</c> that names weekdays and times; an end at or before its start is on the next day.
/// </summary>
public static partial class WeekHoursText
{
    public const int MaxLength = 1000;

    private static readonly string[] Days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <summary>Days in a row with the same hours are one rule.</summary>
    public static string Write(WeekHours week)
    {
        var rules = new List<(int First, int Last, string Hours)>();
        for (var day = 0; day < Days.Length; day++)
        {
            var hours = string.Join(',', week[(IsoDayOfWeek)(day + 1)]);
            if (rules is [.., var last] && last.Last == day - 1 && last.Hours == hours)
            {
                rules[^1] = last with { Last = day };
            }
            else if (hours.Length > 0)
            {
                rules.Add((day, day, hours));
            }
        }

        return string.Join("; ", rules.Select(rule =>
            $"{Days[rule.First]}{(rule.Last > rule.First ? $"-{Days[rule.Last]}" : "")} {rule.Hours}"));
    }

    /// <summary>
    /// Null when it is not a week in writing, or intervals of it overlap. A day named twice has the hours of both.
    /// </summary>
    public static WeekHours? Read(string text)
    {
        var days = new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkInterval>>();
        foreach (var rule in text.Split(';', StringSplitOptions.TrimEntries))
        {
            if (text.Length > MaxLength || Rule().Match(rule) is not { Success: true } match)
            {
                return null;
            }

            var hours = match.Groups["hours"].Captures.Select(one => Interval(one.Value)).ToList();
            foreach (var day in match.Groups["days"].Captures.SelectMany(one => DaysOf(one.Value)))
            {
                days[day] = [.. days.GetValueOrDefault(day) ?? [], .. hours];
            }
        }

        try
        {
            return new WeekHours(days);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // "Sa-Mo" goes over the end of the week.
    private static IEnumerable<IsoDayOfWeek> DaysOf(string range)
    {
        var (first, last) = (Array.IndexOf(Days, range[..2]), Array.IndexOf(Days, range[^2..]));
        return Enumerable.Range(first, ((last - first + 7) % 7) + 1).Select(day => (IsoDayOfWeek)((day % 7) + 1));
    }

    private static WorkInterval Interval(string range)
    {
        var (start, end) = (Minutes(range[..5]), Minutes(range[6..]));
        return new WorkInterval(start, end > start ? end : end + WorkInterval.MinutesOfDay);
    }

    private static int Minutes(string time) =>
        (int.Parse(time[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(time[3..], CultureInfo.InvariantCulture);

    private const string Day = "(Mo|Tu|We|Th|Fr|Sa|Su)";
    private const string Time = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private const string DayRange = $"(?<days>{Day}(-{Day})?)";
    private const string TimeRange = $"(?<hours>{Time}-({Time}|24:00))";

    [GeneratedRegex(
        $"^{DayRange}(,{DayRange})* {TimeRange}(,{TimeRange})*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();
}
