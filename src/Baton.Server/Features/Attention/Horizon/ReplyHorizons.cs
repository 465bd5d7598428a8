using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.WorkingTime;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Horizon;

/// <summary>
/// The reply horizons of people whom the reader may see, in the order they are given: with the calendars four queries,
/// whatever their number.
/// </summary>
public sealed class ReplyHorizons(WorkCalendars calendars, BatonDb db, TimeProvider clock)
{
    private static readonly Duration Behind = Duration.FromDays(1);
    private static readonly Duration Ahead = Duration.FromDays(2);

    // What was longer ago tells little of today.
    private static readonly Duration Remembered = Duration.FromDays(90);

    public async Task<IReadOnlyList<AvailabilityResponse>> Of(
        IReadOnlyCollection<Person> people, CancellationToken cancel)
    {
        var now = Instant.FromDateTimeUtc(clock.UtcNow());
        var known = await calendars.Of([.. people.Select(p => p.Id)], cancel);
        var answered = await Answered(
            [.. people.Where(p => p.SharesAnswerTime).Select(p => p.Id)], now - Remembered, cancel);
        return [.. people.Where(p => known.ContainsKey(p.Id))
            .Select(person => Of(person, known[person.Id], answered[person.Id], now))];
    }

    private static AvailabilityResponse Of(
        Person person, PersonCalendar calendar, IEnumerable<Answering> answered, Instant now)
    {
        var hours = calendar.HoursFrom(now - Remembered);
        var windows = hours.Between(now - Behind, now + Ahead).ToList();
        var next = hours.NextWorking(now);
        var leave = calendar.LeaveAt(now);
        return new AvailabilityResponse(
            person.Id,
            calendar.ZoneAt(now).Id,
            calendar.Assumed,
            next is { } at ? Window(at, windows, hours) : null,
            [.. windows.Select(w => new WindowResponse(w.Start.ToDateTimeUtc(), w.End.ToDateTimeUtc()))],
            leave is null ? null : new AwayResponse(AwayReason.Leave, next?.ToDateTimeUtc(), leave.SubstituteId),
            person.StatusAt(calendar.DayAt(now).ToDateOnly()),
            UsualAnswers.Of([.. answered.Select(one => Worked(one, hours))]));
    }

    private static WindowResponse Window(Instant at, List<Interval> windows, WorkingHours hours)
    {
        var begun = windows.FindIndex(window => window.Contains(at));
        var from = begun < 0 ? at : windows[begun].Start;
        return new WindowResponse(from.ToDateTimeUtc(), hours.EndOfWork(at)?.ToDateTimeUtc());
    }

    private static double Worked(Answering one, WorkingHours hours) => hours.WorkingTimeBetween(
        Instant.FromDateTimeUtc(one.DeliveredAt), Instant.FromDateTimeUtc(one.At)).TotalMinutes;

    /// <summary>When each of them took or answered what had come since and is over, by person.</summary>
    private async Task<ILookup<Guid, Answering>> Answered(
        IReadOnlyCollection<Guid> personIds, Instant since, CancellationToken cancel)
    {
        var from = since.ToDateTimeUtc();
        var acts =
            from entry in db.LedgerEntries
            join addressee in db.Addressees on entry.ItemId equals addressee.Id
            where personIds.Contains(entry.PersonId)
                && entry.At >= @from && (entry.Act == Act.Taken || entry.Act == Act.Answered)
                && addressee.PersonId == entry.PersonId
                && addressee.Role != AskRole.Know
                && addressee.ClosedAt != null
                && addressee.DeliveredAt >= @from
            select new { entry.PersonId, entry.ItemId, entry.At, DeliveredAt = addressee.DeliveredAt!.Value };
        var found = personIds.Count == 0 ? [] : await acts.ToListAsync(cancel);
        return found.GroupBy(act => act.ItemId).Select(acts => acts.MinBy(act => act.At)!)
            .ToLookup(act => act.PersonId, act => new Answering(act.DeliveredAt, act.At));
    }

    private sealed record Answering(DateTime DeliveredAt, DateTime At);
}
