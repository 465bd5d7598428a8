using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Baton.Server.Features.Attention.Inbox;

/// <param name="Until">When it is to come back; if I do not work then, it comes when I next do.</param>
public sealed record SnoozeItemRequest(DateTime Until);

/// <summary>Puts an item out of sight until a moment at work.</summary>
/// <exception cref="AppException">404 <c>ask-not-found</c>; 409 <c>ask-closed</c>, <c>snooze-late</c>.</exception>
public static class SnoozeItem
{
    private static readonly Duration Longest = Duration.FromDays(366);

    public static async Task<Ok<InboxItemResponse>> Handle(
        Guid askId,
        SnoozeItemRequest request,
        CurrentPerson me,
        AskAccess asks,
        WorkCalendars calendars,
        Acts acts,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (mine, envelope) = await asks.ForAddressee(me, askId, cancel);
        var now = clock.UtcNow();
        var until = AtWork(request.Until, now, await calendars.Of(me.Id, cancel));
        if (mine.SnoozedUntil != until)
        {
            if (until >= mine.LapseAt)
            {
                throw AppException.Conflict("snooze-late",
                    "By then its time is over. Choose an earlier moment, or tell them that you will do it later.",
                    AskResponse.From(mine));
            }

            mine.Snooze(until, now);
            DeliverBatch.At([mine], db);
            await acts.Tell(mine, envelope, Act.Snoozed, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }

    /// <summary>Brings it back at once.</summary>
    public static async Task<Ok<InboxItemResponse>> Undo(
        Guid askId, CurrentPerson me, AskAccess asks, Acts acts, BatonDb db, CancellationToken cancel)
    {
        var (mine, envelope) = await asks.ForAddressee(me, askId, cancel);
        if (mine.SnoozedUntil is not null)
        {
            mine.Wake();
            await acts.Tell(mine, envelope, Act.Delivered, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }

    private static DateTime AtWork(DateTime wish, DateTime now, PersonCalendar calendar)
    {
        var (from, until) = (Instant.FromDateTimeUtc(now), Instant.FromDateTimeUtc(wish));
        if (until <= from || until > from + Longest)
        {
            throw AppException.Invalid("until", "Choose a moment within the year to come.");
        }

        return calendar.HoursFrom(from).NextWorking(until)?.ToDateTimeUtc()
            ?? throw AppException.Invalid("until", "You have no working time after that.");
    }
}
