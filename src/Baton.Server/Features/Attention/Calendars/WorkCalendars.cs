using System.Collections.Frozen;
using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.WorkingTime;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>The calendars of people as they are now: three queries, whatever their number.</summary>
public sealed class WorkCalendars(BatonDb db, TimeProvider clock)
{
    /// <summary>What ended longer ago is left out: nobody asks when people worked then.</summary>
    private const int KnownDays = 400;

    /// <summary>Focus is for hours, and entered every day by some: of more than two weeks ago nobody asks.</summary>
    private const int FocusDays = 14;

    // Most people of a team have the same week and the same holidays.
    private readonly Dictionary<string, WeekHours> _weeks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FrozenSet<LocalDate>> _holidays = new(StringComparer.Ordinal);

    /// <summary>Focus of one day that ended before is over for all purposes.</summary>
    internal static DateOnly Lately(DateTime now) => DateOnly.FromDateTime(now).AddDays(-FocusDays);

    /// <summary>By person; whoever has no account is missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, PersonCalendar>> Of(
        IReadOnlyCollection<Guid> personIds, CancellationToken cancel)
    {
        var lately = Lately(clock.UtcNow());
        var since = DateOnly.FromDateTime(clock.UtcNow()).AddDays(-KnownDays);
        var people = await db.People.AsNoTracking().Where(p => personIds.Contains(p.Id) && p.LeftAt == null)
            .Select(p => new Someone(p.Id, p.Zone, p.Hours, p.Batches)).ToListAsync(cancel);
        var entries = await db.CalendarEntries.AsNoTracking()
            .Where(e => personIds.Contains(e.PersonId) && (e.LastDay == null || e.LastDay >= lately
                || (e.LastDay >= since && e.Kind != CalendarEntryKind.Focus)))
            .OrderBy(e => e.CreatedAt).ThenBy(e => e.Id).ToListAsync(cancel);
        var holidays = await db.HolidayCalendars.AsNoTracking().Where(c => personIds.Contains(c.PersonId))
            .Select(c => new { c.PersonId, c.Days }).ToListAsync(cancel);
        var (entriesOf, holidaysOf) = (
            entries.ToLookup(e => e.PersonId), holidays.ToLookup(c => c.PersonId, c => c.Days));
        return people.ToDictionary(
            person => person.Id, person => Calendar(person, [.. entriesOf[person.Id]], [.. holidaysOf[person.Id]]));
    }

    public async Task<PersonCalendar> Of(Guid personId, CancellationToken cancel) =>
        (await Of([personId], cancel))[personId];

    private PersonCalendar Calendar(Someone person, List<CalendarEntry> entries, List<string> holidays)
    {
        var hours = new WorkCalendar(
            Zone(person.Zone) ?? DateTimeZone.Utc, person.Hours is null ? WeekHours.Assumed : Week(person.Hours))
        {
            DaysOff = [.. entries.Where(e => e.Kind is CalendarEntryKind.Leave or CalendarEntryKind.Holiday)
                .Select(Days)],
            Holidays = Holidays(holidays),
            HoursOff = [.. entries.Where(e => e.Kind == CalendarEntryKind.HoursOff)
                .SelectMany(OffHours)],
            Swaps = [.. entries.Where(e => e.Kind == CalendarEntryKind.Swap).Select(Swap)],
            Stays = [.. entries.Where(e => e.Kind == CalendarEntryKind.Stay)
                .SelectMany(e => Zone(e.Zone!) is { } zone ? new Stay[] { new(Days(e), zone) } : [])],
        };
        return new PersonCalendar(
            person.Id,
            hours,
            Focus(hours, [.. entries.Where(e => e.Kind == CalendarEntryKind.Focus)]),
            person.Batches is null ? null : BatchSlots.Read(person.Batches),
            Assumed: person.Hours is null)
        {
            Leave = [.. entries.Where(e => e.Kind == CalendarEntryKind.Leave)
                .Select(e => new Leave(Days(e), e.SubstituteId))],
        };
    }

    /// <summary>Times of focus are those of the place where they are, as hours of work.</summary>
    private WorkCalendar? Focus(WorkCalendar hours, List<CalendarEntry> blocks)
    {
        var weekly = blocks.Where(b => b.Week is not null).Select(b => Week(b.Week!));
        var once = blocks.Where(b => b.Week is null).Select(b => new HoursOnce(First(b), Interval(b)));
        return blocks.Count == 0
            ? null
            : new WorkCalendar(hours.Zone, WeekHours.Covering(weekly)) { Once = [.. once], Stays = hours.Stays };
    }

    private FrozenSet<LocalDate> Holidays(List<string> calendars) => calendars switch
    {
        [] => FrozenSet<LocalDate>.Empty,
        [var only] => Holidays(only),
        _ => calendars.SelectMany(Holidays).ToFrozenSet(),
    };

    private FrozenSet<LocalDate> Holidays(string lines) => Once(
        _holidays, lines, text => HolidayLines.Read(text).Select(holiday => holiday.Day).ToFrozenSet());

    private WeekHours Week(string text) => Once(_weeks, text, week => WeekHoursText.Read(week) ?? WeekHours.Assumed);

    private static T Once<T>(Dictionary<string, T> known, string text, Func<string, T> read)
    {
        if (!known.TryGetValue(text, out var value))
        {
            known[text] = value = read(text);
        }

        return value;
    }

    // One that the zone data no longer knows.
    private static DateTimeZone? Zone(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    // Early hours of a day may be those of the night that began on the day before.
    private static HoursOff[] OffHours(CalendarEntry entry) =>
    [
        new(First(entry), Interval(entry)),
        new(First(entry).PlusDays(-1), Interval(entry).After(days: 1)),
    ];

    private static Swap Swap(CalendarEntry entry) => new(
        LocalDate.FromDateOnly(entry.FreeOn!.Value), LocalDate.FromDateOnly(entry.WorkedOn!.Value));

    private static WorkInterval Interval(CalendarEntry entry) => new(entry.StartMinute!.Value, entry.EndMinute!.Value);

    private static DateInterval Days(CalendarEntry entry) => new(First(entry), Last(entry));

    private static LocalDate First(CalendarEntry entry) => LocalDate.FromDateOnly(entry.FirstDay!.Value);

    private static LocalDate Last(CalendarEntry entry) => LocalDate.FromDateOnly(entry.LastDay!.Value);

    private sealed record Someone(Guid Id, string Zone, string? Hours, string? Batches);
}
