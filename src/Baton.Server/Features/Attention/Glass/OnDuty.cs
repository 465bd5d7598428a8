using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Glass;

/// <summary>Who of a space is asked before anybody else is reached outside their hours.</summary>
public sealed class OnDuty(WorkCalendars calendars, BatonDb db)
{
    /// <summary>Whoever is on duty has so long before somebody else may be reached.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>A try from longer ago was about something else.</summary>
    private static readonly TimeSpan TriesCountFor = TimeSpan.FromDays(1);

    /// <summary>The first of those named who works now and is not in focus; null when nobody does.</summary>
    /// <param name="exceptId">Who asks: nobody is to try themselves.</param>
    public async Task<Guid?> Now(Guid spaceId, Guid exceptId, DateTime now, CancellationToken cancel)
    {
        var space = await db.Spaces.AsNoTracking().SingleAsync(s => s.Id == spaceId, cancel);
        var named = space.DutyIds.Where(id => id != exceptId).ToList();
        if (named.Count == 0)
        {
            return null;
        }

        var members = await db.Memberships
            .Where(m => m.SpaceId == spaceId && named.Contains(m.PersonId) && m.Role != SpaceRole.Guest)
            .Select(m => m.PersonId).ToListAsync(cancel);
        var known = await calendars.Of(members, cancel);
        return named.Where(id => known.TryGetValue(id, out var calendar)
                && !calendar.IsQuiet(Instant.FromDateTimeUtc(now)))
            .Select(id => (Guid?)id).FirstOrDefault();
    }

    /// <summary>
    /// The one with which a sender has tried them without getting anywhere; null: not yet, or they are at it.
    /// </summary>
    public async Task<Guid?> Tried(
        Guid onDutyId, Guid spaceId, Guid senderId, DateTime now, CancellationToken cancel)
    {
        var (earliest, latest) = (now - TriesCountFor, now - Patience);
        return await (
            from glass in db.BreakGlasses
            join addressee in db.Addressees on glass.Id equals addressee.PostId
            where glass.SpaceId == spaceId && glass.SenderId == senderId && glass.PersonId == onDutyId
                && glass.At >= earliest && glass.At <= latest
                && addressee.PersonId == onDutyId
                && (addressee.State == AddresseeState.Delivered
                    || addressee.State == AddresseeState.Declined
                    || addressee.State == AddresseeState.Lapsed)
            orderby glass.At descending
            select (Guid?)glass.Id).FirstOrDefaultAsync(cancel);
    }
}
