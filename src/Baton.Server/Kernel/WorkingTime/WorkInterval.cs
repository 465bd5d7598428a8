using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace Baton.Server.Kernel.WorkingTime;

/// <summary>From one time of a day to another, as people say it. It belongs to the day on which it begins.</summary>
/// <param name="Start">Minutes after midnight, 0 to 1,439.</param>
/// <param name="End">
/// Minutes after the same midnight, more than <paramref name="Start"/> and at most a day later: beyond 1,440 it ends on
/// the next day.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WorkInterval(int Start, int End)
{
    public const int MinutesOfDay = 24 * 60;

    public static WorkInterval WholeDay { get; } = new(0, MinutesOfDay);

    /// <summary>An end at or before the start is on the next day: 22:00 to 06:00 is a night.</summary>
    public static WorkInterval Of(LocalTime start, LocalTime end)
    {
        var (from, until) = (MinutesOf(start), MinutesOf(end));
        return new WorkInterval(from, until > from ? until : until + MinutesOfDay);
    }

    public WorkInterval After(int days) => new(Start + (days * MinutesOfDay), End + (days * MinutesOfDay));

    public bool Overlaps(WorkInterval other) => Start < other.End && other.Start < End;

    /// <summary>What is left of it without the other: nothing, one piece or two.</summary>
    public IEnumerable<WorkInterval> Without(WorkInterval other)
    {
        if (!Overlaps(other))
        {
            yield return this;
            yield break;
        }

        if (Start < other.Start)
        {
            yield return this with { End = other.Start };
        }

        if (other.End < End)
        {
            yield return this with { Start = other.End };
        }
    }

    /// <summary>
    /// Such as <c>09:00-17:00</c>; <c>22:00-06:00</c> ends on the next day, <c>00:00-24:00</c> is all of one.
    /// </summary>
    public override string ToString() => $"{Text(Start)}-{Text(End > MinutesOfDay ? End - MinutesOfDay : End)}";

    private static int MinutesOf(LocalTime time) => (time.Hour * 60) + time.Minute;

    private static string Text(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
