using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Spaces;

public sealed record SeatMemberRequest(SpaceRole Role);

/// <summary>Gives somebody a role in a space: takes them in, or changes the role they have.</summary>
/// <exception cref="AppException">409 <c>guest-stays-guest</c>, <c>last-admin</c>.</exception>
public static class SeatMember
{
    public static async Task<Ok<MemberResponse>> Handle(
        Guid spaceId, Guid personId, SeatMemberRequest request,
        CurrentPerson me, SpaceAccess spaces, NewSpace seats, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var seat = await spaces.ForReading(me, spaceId, cancel);
        var membership = await db.Memberships.FirstOrDefaultAsync(
            m => m.SpaceId == spaceId && m.PersonId == personId, cancel);
        if (membership is null)
        {
            membership = await TakeIn(personId, request.Role, seat, me, spaces, seats, db, clock, cancel);
        }
        else if (membership.Role != request.Role)
        {
            await Appoint(membership, request.Role, seat, me, spaces, db, cancel);
        }

        return TypedResults.Ok(MemberResponse.From(membership));
    }

    private static async Task<Membership> TakeIn(
        Guid personId,
        SpaceRole role,
        Seat seat,
        CurrentPerson me,
        SpaceAccess spaces,
        NewSpace seats,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        spaces.Use(seat, Rights.InviteMember);
        if (role == SpaceRole.Admin)
        {
            seat.Require(Rights.ManageMember);
        }

        var person = await Invited(personId, me, db, cancel);
        RequireFit(role, person.WorkspaceRole);
        var space = await db.Spaces.SingleAsync(s => s.Id == seat.SpaceId, cancel);
        var others = await db.Memberships.Where(m => m.SpaceId == seat.SpaceId)
            .Select(m => m.PersonId).ToListAsync(cancel);
        var membership = seats.Seat(space, personId, role, clock.UtcNow());
        Welcome.One(space, membership, person, [.. others, personId], me.Id, db);
        await db.SaveChangesAsync(cancel);
        return membership;
    }

    private static async Task Appoint(
        Membership membership,
        SpaceRole role,
        Seat seat,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        CancellationToken cancel)
    {
        spaces.Use(seat, Rights.ManageMember);
        RequireFit(role,
            await db.People.Where(p => p.Id == membership.PersonId).Select(p => p.WorkspaceRole).SingleAsync(cancel));
        if (membership.Role == SpaceRole.Admin)
        {
            await Departure.LoseAdmin(membership, db, cancel);
        }

        membership.Appoint(role);
        await Appointment.Announce(membership, seat.Kind, me.Id, db, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static void RequireFit(SpaceRole role, WorkspaceRole workspaceRole)
    {
        if (workspaceRole == WorkspaceRole.Guest && role != SpaceRole.Guest)
        {
            throw AppException.Conflict("guest-stays-guest",
                "Guests of the workspace are guests of its spaces. Make them a member of the workspace first.");
        }
    }

    // Guests know only the people in their spaces; nobody can be invited who has gone.
    private static async Task<Person> Invited(Guid personId, CurrentPerson me, BatonDb db, CancellationToken cancel)
    {
        var people = db.People.Where(p => p.Id == personId && p.LeftAt == null);
        if (me.Role == WorkspaceRole.Guest)
        {
            var mine = db.Memberships.Where(m => m.PersonId == me.Id).Select(m => m.SpaceId);
            people = people.Where(p => db.Memberships.Any(m => m.PersonId == p.Id && mine.Contains(m.SpaceId)));
        }

        return await people.FirstOrDefaultAsync(cancel) ?? throw AppException.NotFound("person");
    }
}
