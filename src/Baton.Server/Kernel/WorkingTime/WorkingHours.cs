using System.Runtime.InteropServices;
using NodaTime;

namespace Baton.Server.Kernel.WorkingTime;

/// <summary>
/// The instants at which somebody works, from a moment on. They work when the clock on the wall of the zone they are in
/// shows a time within their hours: what summer time skips is not worked, what it repeats is worked twice.
/// </summary>
/// <remarks>
/// Stretches are computed as they are asked for and kept with the working time before them, so that a question costs a
/// binary search. Not for several threads at once. A change of the calendar or of the zone data asks for a new one.
/// </remarks>
public sealed class WorkingHours(WorkCalendar calendar, Instant since)
{
    /// <summary>Days computed at a time.</summary>
    private const int Stride = 64;

    /// <summary>Whoever does not work within two years is taken not to work again.</summary>
    public static readonly Duration Horizon = Duration.FromDays(2 * 366);

    private readonly List<Stretch> _stretches = [];
    private readonly Instant _since = since;
    private Instant _until = since;

    public bool IsWorking(Instant at) => StretchAt(at) is { } stretch && stretch.Start <= at;

    /// <summary>
    /// The moment itself if it is worked, else when work begins next; null: not within <see cref="Horizon"/>.
    /// </summary>
    public Instant? NextWorking(Instant at) => StretchAt(at) is { } stretch ? Instant.Max(stretch.Start, at) : null;

    /// <summary>
    /// When the work that is being done at this moment ends; null: none is, or not within <see cref="Horizon"/>.
    /// </summary>
    public Instant? EndOfWork(Instant at)
    {
        for (; ; ComputeUntil(_until))
        {
            if (StretchAt(at) is not { } stretch || stretch.Start > at)
            {
                return null;
            }

            if (stretch.End < _until)
            {
                return stretch.End;
            }

            if (_until > at + Horizon)
            {
                return null;
            }
        }
    }

    /// <summary>
    /// When so much working time will have passed: at the end of a day rather than at the start of the next. Nothing to
    /// work is the next moment at work. Null: not within <see cref="Horizon"/>.
    /// </summary>
    public Instant? AddWorkingTime(Instant at, Duration worked)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worked, Duration.Zero);
        if (StretchAt(at) is not { } first)
        {
            return null;
        }

        var start = Instant.Max(first.Start, at);
        if (worked == Duration.Zero)
        {
            return start;
        }

        var goal = first.WorkedBefore + (start - first.Start) + worked;
        return StretchWithWorked(goal, latest: at + Horizon) is { } last
            ? last.Start + (goal - last.WorkedBefore)
            : null;
    }

    /// <summary>Zero when the second moment is not after the first.</summary>
    public Duration WorkingTimeBetween(Instant from, Instant until) =>
        until <= from ? Duration.Zero : WorkedUntil(until) - WorkedUntil(from);

    /// <summary>When this person works between two moments, in order.</summary>
    public IEnumerable<Interval> Between(Instant from, Instant until)
    {
        ComputeUntil(from);
        ComputeUntil(until);
        for (var index = FirstEndingAfter(from); index < _stretches.Count && _stretches[index].Start < until; index++)
        {
            var stretch = _stretches[index];
            yield return new Interval(Instant.Max(stretch.Start, from), Instant.Min(stretch.End, until));
        }
    }

    private Duration WorkedUntil(Instant at)
    {
        ComputeUntil(at);
        var index = FirstEndingAfter(at);
        if (index == _stretches.Count)
        {
            return index == 0 ? Duration.Zero : _stretches[^1].WorkedUntilEnd;
        }

        var stretch = _stretches[index];
        return stretch.WorkedBefore + (at > stretch.Start ? at - stretch.Start : Duration.Zero);
    }

    /// <summary>The stretch that holds the moment, else the next one.</summary>
    private Stretch? StretchAt(Instant at)
    {
        for (ComputeUntil(at); ; ComputeUntil(_until + Duration.FromDays(Stride)))
        {
            var index = FirstEndingAfter(at);
            if (index < _stretches.Count)
            {
                return _stretches[index].Start <= at + Horizon ? _stretches[index] : null;
            }

            if (_until > at + Horizon)
            {
                return null;
            }
        }
    }

    /// <summary>The first stretch by whose end so much was worked.</summary>
    private Stretch? StretchWithWorked(Duration worked, Instant latest)
    {
        while (_stretches[^1].WorkedUntilEnd < worked)
        {
            if (_until > latest)
            {
                return null;
            }

            ComputeUntil(_until + Duration.FromDays(Stride));
        }

        var found = _stretches[FirstIndex(stretch => stretch.WorkedUntilEnd >= worked)];
        return found.Start <= latest ? found : null;
    }

    private int FirstEndingAfter(Instant at) => FirstIndex(stretch => stretch.End > at);

    private int FirstIndex(Func<Stretch, bool> holds)
    {
        var (low, high) = (0, _stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(_stretches[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private void ComputeUntil(Instant at)
    {
        if (at < _since)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"These hours are known from {_since} on.");
        }

        while (_until <= at)
        {
            var until = _until + Duration.FromDays(Stride);
            foreach (var worked in WallClock.Worked(calendar, new Interval(_until, until)))
            {
                Add(worked);
            }

            _until = until;
        }
    }

    private void Add(Interval worked)
    {
        // One that was computed in two strides is one all the same.
        if (_stretches.Count > 0 && _stretches[^1].End == worked.Start)
        {
            _stretches[^1] = _stretches[^1] with { End = worked.End };
            return;
        }

        var before = _stretches.Count == 0 ? Duration.Zero : _stretches[^1].WorkedUntilEnd;
        _stretches.Add(new Stretch(worked.Start, worked.End, before));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Stretch(Instant Start, Instant End, Duration WorkedBefore)
    {
        public Duration WorkedUntilEnd => WorkedBefore + (End - Start);
    }
}
