using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Baton.Server.Kernel.WorkingTime;
using NodaTime;
using NodaTime.Text;

namespace Baton.Server.Features.Attention.Calendars;

public enum CalendarEntryKind
{
    Leave,
    Holiday,
    HoursOff,
    Swap,
    Stay,
    Focus,
}

/// <summary>
/// What makes some days of a person other than their week says. All of it is civil: days and times of day as they see
/// them on the wall where they are.
/// </summary>
public sealed class CalendarEntry
{
    public const int MaxTitleLength = 120;

    public const int MaxResumeLength = 300;

    /// <summary>Whoever is away for longer is not away but gone.</summary>
    public const int MaxDaysAway = 2 * 366;

    /// <summary>More would be a diary.</summary>
    public const int MaxPerPerson = 500;

    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private CalendarEntry()
    {
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    public CalendarEntryKind Kind { get; private init; }

    /// <summary>Null for focus that comes back every week.</summary>
    public DateOnly? FirstDay { get; private set; }

    public DateOnly? LastDay { get; private set; }

    /// <summary>Of hours off and focus on one day: minutes after its midnight, below 1,440.</summary>
    public int? StartMinute { get; private set; }

    /// <summary>Minutes after the same midnight; beyond 1,440 it ends on the next day.</summary>
    public int? EndMinute { get; private set; }

    /// <summary>Of focus that comes back every week, as hours are written: <c>Mo-Th 09:00-11:00</c>.</summary>
    public string? Week { get; private set; }

    /// <summary>Of a swap: the day worked, the first or the last; the other one is free.</summary>
    public DateOnly? WorkedOn { get; private set; }

    /// <summary>Of a stay: the IANA zone they are in.</summary>
    public string? Zone { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>
    /// Of focus on one day: where they are and what comes next, written when it begins and shown when it ends.
    /// </summary>
    public string Resume { get; private set; } = "";

    /// <summary>Of leave: who stands in.</summary>
    public Guid? SubstituteId { get; private set; }

    public DateTime CreatedAt { get; private init; }

    /// <summary>Of a swap: the day that is free instead.</summary>
    public DateOnly? FreeOn => Kind != CalendarEntryKind.Swap ? null : WorkedOn == FirstDay ? LastDay : FirstDay;

    public static CalendarEntry Make(Guid id, Guid personId, CalendarEntryKind kind, DateTime now) =>
        new() { Id = id, PersonId = personId, Kind = kind, CreatedAt = now };

    /// <exception cref="AppException">400 for what its kind lacks, cannot have, or no calendar has.</exception>
    public void Say(WriteCalendarEntryRequest said)
    {
        RefuseStrangeFields(said);
        Title = PlainText.OptionalLine("title", said.Title, MaxTitleLength);
        switch (Kind)
        {
            case CalendarEntryKind.Leave:
            case CalendarEntryKind.Holiday:
                LastFrom(said);
                SubstituteId = said.SubstituteId;
                break;
            case CalendarEntryKind.Stay:
                LastFrom(said);
                Zone = said.Zone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
                    ? zone
                    : throw AppException.Invalid("zone", "That is not a time zone, such as Europe/Lisbon.");
                break;
            case CalendarEntryKind.Swap:
                Exchange(free: Day("firstDay", said.FirstDay), worked: Day("workedOn", said.WorkedOn));
                break;
            case CalendarEntryKind.Focus when said.Week is { } week:
                Week = WeekHoursText.Read(week) is { } read ? WeekHoursText.Write(read)
                    : throw AppException.Invalid("week", "That is no time of a week, such as Mo-Th 09:00-11:00.");
                (FirstDay, LastDay, StartMinute, EndMinute) = (null, null, null, null);
                Resume = "";
                break;
            case CalendarEntryKind.HoursOff:
            case CalendarEntryKind.Focus:
                Week = null;
                FirstDay = LastDay = Day("firstDay", said.FirstDay);
                (StartMinute, EndMinute) = HoursOf(said);
                Resume = PlainText.OptionalLine("resume", said.Resume, MaxResumeLength);
                break;
        }
    }

    /// <summary>Who was to stand in has left the workspace.</summary>
    public void LoseSubstitute() => SubstituteId = null;

    private void RefuseStrangeFields(WriteCalendarEntryRequest said)
    {
        var isWeekly = said.Week is not null && Kind == CalendarEntryKind.Focus;
        var hasHours = Kind is CalendarEntryKind.HoursOff or CalendarEntryKind.Focus && !isWeekly;
        Refuse("firstDay", said.FirstDay, !isWeekly);
        Refuse("lastDay", said.LastDay,
            Kind is CalendarEntryKind.Leave or CalendarEntryKind.Holiday or CalendarEntryKind.Stay);
        Refuse("start", said.Start, hasHours);
        Refuse("end", said.End, hasHours);
        Refuse("week", said.Week, isWeekly);
        Refuse("workedOn", said.WorkedOn, Kind == CalendarEntryKind.Swap);
        Refuse("zone", said.Zone, Kind == CalendarEntryKind.Stay);
        Refuse("resume", said.Resume, hasHours && Kind == CalendarEntryKind.Focus);
        Refuse("substituteId", said.SubstituteId, Kind == CalendarEntryKind.Leave);
    }

    private static void Refuse(string field, object? value, bool mayHave)
    {
        if (value is not null && !mayHave)
        {
            throw AppException.Invalid(field, "An entry of this kind has no such thing.");
        }
    }

    private void LastFrom(WriteCalendarEntryRequest said)
    {
        var first = Day("firstDay", said.FirstDay);
        var last = Day("lastDay", said.LastDay ?? first);
        (FirstDay, LastDay) = last < first
            ? throw AppException.Invalid("lastDay", "It ends before it begins.")
            : last.DayNumber - first.DayNumber >= MaxDaysAway
            ? throw AppException.Invalid("lastDay", "That is longer than two years.")
            : (first, last);
    }

    private void Exchange(DateOnly free, DateOnly worked)
    {
        WorkedOn = worked != free ? worked
            : throw AppException.Invalid("workedOn", "That is the day that is to be free.");
        (FirstDay, LastDay) = free < worked ? (free, worked) : (worked, free);
        if (LastDay.Value.DayNumber - FirstDay.Value.DayNumber >= MaxDaysAway)
        {
            throw AppException.Invalid("workedOn", "That is more than two years apart.");
        }
    }

    private static (int Start, int End) HoursOf(WriteCalendarEntryRequest said)
    {
        var (start, end) = (Time("start", said.Start), Time("end", said.End == "24:00" ? "00:00" : said.End));
        // From midnight to midnight is all of a day; any other time to itself is nothing.
        if (start == end && said.End != "24:00")
        {
            throw AppException.Invalid("end", "It ends when it begins.");
        }

        var hours = WorkInterval.Of(start, end);
        return (hours.Start, hours.End);
    }

    private static DateOnly Day(string field, DateOnly? day) => day is { Year: >= 1900 and < 3000 } real ? real
        : throw AppException.Invalid(field, "That is not a day, such as 2026-11-27.");

    private static LocalTime Time(string field, string? time) =>
        time is not null && Minutes.Parse(time) is { Success: true } read
            ? read.Value
            : throw AppException.Invalid(field, "That is not a time of day, such as 15:00.");
}
