using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Baton.Server.Kernel.WorkingTime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>Which fields an entry has depends on its kind; the others are left out.</summary>
/// <param name="FirstDay">Of all but weekly focus; of a swap the day that is free.</param>
/// <param name="LastDay">Of leave, a holiday and a stay; left out it is the first.</param>
/// <param name="Start"><c>HH:mm</c>, of hours off and of focus on one day.</param>
/// <param name="End"><c>HH:mm</c>, before the start on the next day, <c>24:00</c> at midnight.</param>
/// <param name="Week">Of focus that comes back every week: <c>Mo-Th 09:00-11:00</c>.</param>
/// <param name="WorkedOn">Of a swap: the day worked instead.</param>
/// <param name="Zone">Of a stay: an IANA zone.</param>
/// <param name="SubstituteId">Of leave: who stands in for me.</param>
/// <param name="Resume">Of focus on one day: where I am and what comes next, to read when it is over.</param>
public sealed record WriteCalendarEntryRequest(
    CalendarEntryKind Kind,
    DateOnly? FirstDay = null,
    DateOnly? LastDay = null,
    string? Start = null,
    string? End = null,
    [property: TextLimit(WeekHoursText.MaxLength)] string? Week = null,
    DateOnly? WorkedOn = null,
    string? Zone = null,
    [property: TextLimit(CalendarEntry.MaxTitleLength)] string? Title = null,
    Guid? SubstituteId = null,
    [property: TextLimit(CalendarEntry.MaxResumeLength)] string? Resume = null);

/// <summary>Enters leave, hours off, a swap, a stay elsewhere or focus in my calendar, or says it anew.</summary>
/// <exception cref="AppException">
/// 404 <c>calendar-entry-not-found</c>, <c>person-not-found</c>; 409 <c>calendar-entry-differs</c>,
/// <c>calendar-overlaps</c>, <c>calendar-full</c>.
/// </exception>
public static class WriteCalendarEntry
{
    public static async Task<Ok<CalendarEntryResponse>> Handle(
        [MadeId] Guid entryId, WriteCalendarEntryRequest request, CurrentPerson me, CalendarAccess calendars,
        BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var entry = await calendars.ForWriting(me, entryId, cancel);
        var before = entry is null ? null : CalendarEntryResponse.From(entry);
        if (entry is not null && entry.Kind != request.Kind)
        {
            throw AppException.Conflict(
                "calendar-entry-differs", "That entry is of another kind. Remove it, and enter a new one.", before);
        }

        entry ??= await Begin(entryId, request.Kind, me, calendars, db, clock.UtcNow(), cancel);
        entry.Say(request);
        if (CalendarEntryResponse.From(entry) is var after && after != before)
        {
            await RequireRoom(entry, me, calendars, cancel);
            if (entry.SubstituteId is { } substituteId && substituteId != before?.SubstituteId)
            {
                await calendars.RequireSubstitute(me, substituteId, cancel);
            }

            await Announce(before, after, me, db, clock.UtcNow(), cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(after);
    }

    private static async Task Announce(
        CalendarEntryResponse? before, CalendarEntryResponse after, CurrentPerson me, BatonDb db, DateTime now,
        CancellationToken cancel)
    {
        var person = await me.Load(cancel);
        if (before is not null && before with { Resume = after.Resume, Title = after.Title } == after)
        {
            CalendarChange.Note(person, after.Id, new { Entry = after }, db);
        }
        else
        {
            CalendarChange.Announce(person, after.Id, new { Entry = after }, db, now);
        }
    }

    private static async Task<CalendarEntry> Begin(
        Guid entryId, CalendarEntryKind kind, CurrentPerson me, CalendarAccess calendars, BatonDb db, DateTime now,
        CancellationToken cancel)
    {
        var lately = WorkCalendars.Lately(now);
        if (await calendars.Mine(me).CountAsync(
            e => e.Kind != CalendarEntryKind.Focus || e.LastDay == null || e.LastDay >= lately, cancel)
            >= CalendarEntry.MaxPerPerson)
        {
            throw AppException.Conflict("calendar-full",
                $"A calendar has up to {CalendarEntry.MaxPerPerson} entries. Remove some that are over.");
        }

        var entry = CalendarEntry.Make(entryId, me.Id, kind, now);
        db.CalendarEntries.Add(entry);
        return entry;
    }

    // Two that are entered at the same moment may overlap all the same: focus then covers both, the later stay counts.
    private static async Task RequireRoom(
        CalendarEntry entry, CurrentPerson me, CalendarAccess calendars, CancellationToken cancel)
    {
        if (entry.Kind is not (CalendarEntryKind.Focus or CalendarEntryKind.Stay))
        {
            return;
        }

        var others = await calendars.Mine(me).AsNoTracking()
            .Where(e => e.Kind == entry.Kind && e.Id != entry.Id
                && (entry.Week != null
                    ? e.Week != null
                    : e.FirstDay <= entry.LastDay && e.LastDay >= entry.FirstDay))
            .ToListAsync(cancel);
        if (others.Find(other => Overlap(entry, other)) is { } taken)
        {
            throw AppException.Conflict(
                "calendar-overlaps", "That overlaps another entry of yours.", CalendarEntryResponse.From(taken));
        }
    }

    private static bool Overlap(CalendarEntry one, CalendarEntry other) =>
        one.Kind == CalendarEntryKind.Stay
        || (one.Week is { } week
            ? WeekHours.Overlap(WeekHoursText.Read(week)!, WeekHoursText.Read(other.Week!)!)
            : one.StartMinute < other.EndMinute && other.StartMinute < one.EndMinute);
}
