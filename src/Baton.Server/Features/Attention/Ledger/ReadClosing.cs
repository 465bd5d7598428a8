using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Ledger;

/// <param name="IsOver">The last batch of a day on which I work has come.</param>
/// <param name="Since">The last batch of the day before it that had one; else the beginning of yesterday.</param>
/// <param name="Total">What happened to something since, and all that is open.</param>
public sealed record ClosingResponse(
    bool IsOver, DateTime Since, int Total, int Done, int Taken, int Tomorrow, int Later, int Waiting);

public static class ReadClosing
{
    /// <summary>The sum at the end of my day: where everything stands.</summary>
    public static async Task<Ok<ClosingResponse>> Handle(
        CurrentPerson me, WorkCalendars calendars, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = Instant.FromDateTimeUtc(clock.UtcNow());
        var calendar = await calendars.Of(me.Id, cancel);
        var (zone, today) = Today(calendar, now);
        var midnight = zone.AtStartOfDay(today).ToInstant().ToDateTimeUtc();
        var since = await db.Batches.Where(b => b.PersonId == me.Id && b.EmittedAt < midnight)
            .MaxAsync(b => (DateTime?)b.EmittedAt, cancel)
            ?? zone.AtStartOfDay(today.PlusDays(-1)).ToInstant().ToDateTimeUtc();
        var closing = Closing.Of(await Entries(me.Id, since, db, cancel), now, zone);
        return TypedResults.Ok(new ClosingResponse(
            IsOver(calendar, now), since, closing.Total, closing.Done, closing.Taken, closing.Tomorrow, closing.Later,
            closing.Waiting));
    }

    private static bool IsOver(PersonCalendar calendar, Instant now)
    {
        var (zone, today) = Today(calendar, now);
        return calendar.Hours.HoursOn(today).Count > 0
            && (calendar.NextBatch(now) is not { } next || next.InZone(zone).Date > today);
    }

    private static (DateTimeZone Zone, LocalDate Today) Today(PersonCalendar calendar, Instant now)
    {
        var zone = calendar.ZoneAt(now);
        return (zone, now.InZone(zone).Date);
    }

    /// <summary>Of what is open, and of what something happened to.</summary>
    private static async Task<List<LedgerEntry>> Entries(
        Guid personId, DateTime since, BatonDb db, CancellationToken cancel)
    {
        var open = db.Addressees.Where(a => a.PersonId == personId && a.ClosedAt == null);
        // By the two parts of the inbox, which have an index each.
        var items = await open.Where(a => a.LapseAt != null).Select(a => a.Id)
            .Concat(open.Where(a => a.LapseAt == null).Select(a => a.Id))
            .Union(db.LedgerEntries.Where(e => e.PersonId == personId && e.At >= since).Select(e => e.ItemId))
            .ToListAsync(cancel);
        return await db.LedgerEntries.AsNoTracking()
            .Where(e => e.PersonId == personId && items.Contains(e.ItemId)
                // What passed them by by their own choice was never theirs to do.
                && !db.Addressees.Any(a => a.Id == e.ItemId && a.Unheard != null))
            .OrderBy(e => e.Number).ToListAsync(cancel);
    }
}
