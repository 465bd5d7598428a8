using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.WorkingTime;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>
/// Leave and focus in the form of RFC 5545: whole days without a zone, times of day in the zone they are meant in, with
/// its rules in a VTIMEZONE.
/// </summary>
internal static class FeedText
{
    private static readonly Catalogue Texts = new("Features.Attention.Calendars.CalendarTexts");

    public static string Of(Person person, IReadOnlyList<CalendarEntry> entries)
    {
        var calendar = new Calendar { ProductId = "-//Baton//Time off and focus//EN" };
        calendar.AddProperty("X-WR-CALNAME", Texts.Say(person.Language, "feed.name", person.Name));
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        var stays = entries.Where(e => e.Kind == CalendarEntryKind.Stay).ToList();
        foreach (var entry in entries)
        {
            calendar.Events.AddRange(entry.Kind switch
            {
                CalendarEntryKind.Leave or CalendarEntryKind.Holiday => [Days(entry, person)],
                CalendarEntryKind.Focus when entry.Week is null => [Once(entry, person, stays)],
                CalendarEntryKind.Focus => Weekly(entry, person),
                _ => [],
            });
        }

        foreach (var zone in calendar.Events.Select(one => one.Start!.TzId).OfType<string>()
            .ToHashSet(StringComparer.Ordinal))
        {
            calendar.AddTimeZone(zone);
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Days(CalendarEntry entry, Person person) => new()
    {
        Uid = $"{entry.Id}@baton",
        DtStamp = new CalDateTime(entry.CreatedAt),
        Summary = Title(entry, person),
        Start = new CalDateTime(entry.FirstDay!.Value),
        End = new CalDateTime(entry.LastDay!.Value.AddDays(1)),
    };

    private static CalendarEvent Once(CalendarEntry entry, Person person, List<CalendarEntry> stays)
    {
        var day = entry.FirstDay!.Value;
        var stay = stays.FindLast(one => one.FirstDay <= day && day <= one.LastDay);
        var hours = new WorkInterval(entry.StartMinute!.Value, entry.EndMinute!.Value);
        return Timed($"{entry.Id}@baton", entry, person, day, hours, stay?.Zone ?? person.Zone);
    }

    /// <summary>One event for all days with the same times.</summary>
    private static IEnumerable<CalendarEvent> Weekly(CalendarEntry entry, Person person)
    {
        var week = WeekHoursText.Read(entry.Week!)!;
        var times = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)
            .SelectMany(day => week[day].Select(hours => (Day: day, Hours: hours)))
            .GroupBy(one => one.Hours, one => one.Day);
        var since = LocalDate.FromDateTime(entry.CreatedAt);
        foreach (var (index, days) in times.Index())
        {
            var first = Enumerable.Range(0, 7).Select(since.PlusDays).First(day => days.Contains(day.DayOfWeek));
            var one = Timed(
                $"{entry.Id}-{index}@baton", entry, person, first.ToDateOnly(), days.Key, person.Zone);
            one.RecurrenceRule = new RecurrenceRule(FrequencyType.Weekly)
            {
                ByDay = [.. days.Select(day => new WeekDay((DayOfWeek)((int)day % 7)))],
            };
            yield return one;
        }
    }

    private static CalendarEvent Timed(
        string uid, CalendarEntry entry, Person person, DateOnly day, WorkInterval hours, string zone) => new()
        {
            Uid = uid,
            DtStamp = new CalDateTime(entry.CreatedAt),
            Summary = Title(entry, person),
            Start = At(day, hours.Start, zone),
            End = At(day, hours.End, zone),
        };

    private static CalDateTime At(DateOnly day, int minutes, string zone) =>
        new(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes), zone);

    private static string Title(CalendarEntry entry, Person person) => entry.Title.Length > 0
        ? entry.Title
        : Texts.Say(person.Language, entry.Kind switch
        {
            CalendarEntryKind.Focus => "focus",
            CalendarEntryKind.Holiday => "holiday",
            _ => "leave",
        });
}
