using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

/// <summary>
/// Everything that ends with an account: the name (in mentions soon after), the address, the password, the sessions,
/// the seats in groups. Direct spaces keep the seat, so that the other one still sees with whom they wrote: a former
/// member.
/// </summary>
internal static class Farewell
{
    /// <summary>The caller saves, then forgets the sessions it gets back.</summary>
    public static async Task<IReadOnlyList<Session>> To(
        Person person, Guid actorId, MailedCodeAccess codes, BatonDb db, DateTime now, CancellationToken cancel)
    {
        if (person.WorkspaceRole == WorkspaceRole.Owner)
        {
            Owners.KeepOneBeside(person.Id, db);
        }

        person.Leave(now, Guid.CreateVersion7(now));
        db.Jobs.Add(ForgetName.Of(person.Id, now));
        await PersonChange.Announce(person, actorId, db, cancel);
        var seats = await (
            from membership in db.Memberships
            join space in db.Spaces on membership.SpaceId equals space.Id
            where membership.PersonId == person.Id && space.Kind == SpaceKind.Group
            select new { Membership = membership, Space = space }).ToListAsync(cancel);
        foreach (var seat in seats)
        {
            if (seat.Membership.Role == SpaceRole.Admin)
            {
                // Another admin who leaves at this moment starts over, and finds that they are the last.
                seat.Space.LoseAdmin();
            }

            Departure.Seal(seat.Membership, person.PersonalSpaceId, actorId, db);
        }

        var sessions = await db.Sessions.Where(s => s.PersonId == person.Id).ToListAsync(cancel);
        db.Sessions.RemoveRange(sessions);
        await codes.Void(person.Id, cancel);
        await CalendarFarewell.To(person.Id, db, cancel);
        await HearingFarewell.To(person.Id, db, cancel);
        return sessions;
    }
}
