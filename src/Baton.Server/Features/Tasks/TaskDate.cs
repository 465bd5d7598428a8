using System.Globalization;
using Baton.Server.Kernel.Web;
using NodaTime;
using NodaTime.Text;

namespace Baton.Server.Features.Tasks;

/// <summary>
/// A day, or a time of a day in a zone. It is kept as people said it: 15:00 in Lisbon stays 15:00 in Lisbon when the
/// rules of summer time change. An instant is computed from it, for ordering alone.
/// </summary>
/// <param name="Date">ISO 8601, such as <c>2026-11-27</c>; years 1900 to 2999.</param>
/// <param name="Time"><c>HH:mm</c>; null for the whole day.</param>
/// <param name="Zone">IANA zone, such as <c>Europe/Lisbon</c>; given exactly when <paramref name="Time"/> is.</param>
public sealed record TaskDate(string Date, string? Time = null, string? Zone = null)
{
    public const int MaxLength = 64;

    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <exception cref="AppException">
    /// 400 on <paramref name="field"/> for a day, time or zone that does not exist.
    /// </exception>
    public static TaskDate? Require(string field, TaskDate? date)
    {
        if (date is null)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(date.Date) is not { Success: true, Value.Year: >= 1900 and < 3000 })
        {
            throw AppException.Invalid(field, "That is not a day, such as 2026-11-27.");
        }

        if (date.Time is null != date.Zone is null)
        {
            throw AppException.Invalid(field, "A time needs its zone, and a zone its time.");
        }

        if (date.Time is { } time && !Minutes.Parse(time).Success)
        {
            throw AppException.Invalid(field, "That is not a time of day, such as 15:00.");
        }

        return date.Zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(date.Zone) is not null
            ? date
            : throw AppException.Invalid(field, "That is not a time zone, such as Europe/Lisbon.");
    }

    /// <summary>When it begins, in UTC; a day without a time begins at midnight UTC.</summary>
    public DateTime Begin() => Time is null ? Day().ToDateTimeUnspecified().AsUtc() : Instant();

    /// <summary>When it is over, in UTC; a day without a time is over with its last millisecond in UTC.</summary>
    public DateTime End() =>
        Time is null ? Day().PlusDays(1).ToDateTimeUnspecified().AddMilliseconds(-1).AsUtc() : Instant();

    /// <summary>
    /// As it is stored: <c>2026-11-27</c> or <c>2026-11-27T15:00[Europe/Lisbon]</c> (RFC 9557 without an offset).
    /// </summary>
    public override string ToString() =>
        Time is null ? Date : string.Create(CultureInfo.InvariantCulture, $"{Date}T{Time}[{Zone}]");

    public static TaskDate Parse(string stored) => stored.Split('T', 2) is [var date, var rest]
        ? new TaskDate(date, rest[..5], rest[6..^1])
        : new TaskDate(stored);

    private LocalDate Day() => LocalDatePattern.Iso.Parse(Date).Value;

    // A time that summer time skips is taken after the gap, one that happens twice is the first.
    private DateTime Instant() => (Day() + Minutes.Parse(Time!).Value)
        .InZoneLeniently(DateTimeZoneProviders.Tzdb[Zone!]).ToDateTimeUtc();
}

file static class Utc
{
    public static DateTime AsUtc(this DateTime at) => DateTime.SpecifyKind(at, DateTimeKind.Utc);
}
