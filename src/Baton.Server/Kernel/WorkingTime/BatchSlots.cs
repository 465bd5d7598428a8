using NodaTime;
using NodaTime.Text;

namespace Baton.Server.Kernel.WorkingTime;

/// <summary>At which times of day somebody wants what came for them, in writing: <c>09:00,13:00,16:00</c>.</summary>
public static class BatchSlots
{
    /// <summary>More would be as it comes; three are enough for most (Fitz et al. 2019).</summary>
    public const int Most = 6;

    public const int MaxLength = (Most * 6) - 1;

    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Write(IEnumerable<LocalTime> slots) => string.Join(',', slots.Order().Select(Minutes.Format));

    /// <summary>In order; null when these are not one to <see cref="Most"/> different times of day.</summary>
    public static IReadOnlyList<LocalTime>? Read(string text) => Read(text.Split(','));

    public static IReadOnlyList<LocalTime>? Read(IReadOnlyList<string> times)
    {
        var slots = times.Take(Most + 1).Select(Minutes.Parse).ToList();
        return slots.Count is >= 1 and <= Most && slots.TrueForAll(slot => slot.Success)
            && slots.Select(slot => slot.Value).Distinct().Count() == slots.Count
                ? [.. slots.Select(slot => slot.Value).Order()]
                : null;
    }
}
