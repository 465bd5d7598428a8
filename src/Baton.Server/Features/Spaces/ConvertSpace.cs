using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Spaces;

/// <summary>How much of what was said so far those see who join later.</summary>
public enum NewcomersHistory
{
    All,
    None,
}

public sealed record ConvertSpaceRequest(
    [property: TextLimit(Space.MaxNameLength)] string Name,
    NewcomersHistory History,
    [property: TextLimit(OneEmoji.MaxLength)] string? Emoji = null,
    string? Colour = null,
    [property: MaxLength(200)] IReadOnlyList<Guid>? PersonIds = null);

/// <summary>Makes a direct space a group. Those who shared it as equals all become its admins.</summary>
/// <exception cref="AppException">404 <c>person-not-found</c>.</exception>
public static class ConvertSpace
{
    public static async Task<Ok<SpaceResponse>> Handle(
        Guid spaceId, ConvertSpaceRequest request,
        CurrentPerson me, SpaceAccess spaces, NewSpace seats, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var seat = await spaces.ForReading(me, spaceId, cancel);
        var space = await db.Spaces.SingleAsync(s => s.Id == spaceId, cancel);
        if (space.ConvertedAt is not null)
        {
            return TypedResults.Ok(await SpaceResponse.One(me.Id, spaceId, db, cancel));
        }

        spaces.Use(seat, Rights.ConvertSpace);
        Convert(space, request, await TaskKeys.SeenBy(me.Id, spaceId, db, cancel), clock.UtcNow());
        db.Announce(space.Id, "space.converted", space.Id, me.Id,
            new { space.Id, space.Kind, space.Name, space.Key, space.Emoji, space.Colour });
        var members = await Appoint(space, me, db, cancel);
        await TakeIn(space, request.PersonIds ?? [], members, me, seats, db, clock.UtcNow(), cancel);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(await SpaceResponse.One(me.Id, spaceId, db, cancel));
    }

    private static void Convert(Space space, ConvertSpaceRequest request, TaskKeys keys, DateTime now)
    {
        space.Convert(request.Name, keys.For, request.History == NewcomersHistory.All, now);
        if (request.Emoji is { } emoji)
        {
            space.Mark(emoji);
        }

        if (request.Colour is { } colour)
        {
            space.Paint(colour);
        }
    }

    private static async Task<List<Guid>> Appoint(Space space, CurrentPerson me, BatonDb db, CancellationToken cancel)
    {
        var memberships = await db.Memberships.Where(m => m.SpaceId == space.Id).ToListAsync(cancel);
        var own = await PersonalSpaces.Of(memberships.Select(m => m.PersonId), db, cancel);
        foreach (var membership in memberships)
        {
            membership.Appoint(membership.Role == SpaceRole.Guest ? SpaceRole.Guest : SpaceRole.Admin);
            Appointment.Announce(membership, space.Kind, own[membership.PersonId], me.Id, db);
        }

        return [.. memberships.Select(m => m.PersonId)];
    }

    private static async Task TakeIn(
        Space space,
        IReadOnlyList<Guid> personIds,
        List<Guid> members,
        CurrentPerson me,
        NewSpace seats,
        BatonDb db,
        DateTime now,
        CancellationToken cancel)
    {
        var ids = personIds.Except(members).ToList();
        var newcomers = await db.People.Where(p => ids.Contains(p.Id) && p.LeftAt == null).ToListAsync(cancel);
        if (newcomers.Count < ids.Count)
        {
            throw AppException.NotFound("person");
        }

        members.AddRange(ids);
        foreach (var person in newcomers)
        {
            var role = person.WorkspaceRole == WorkspaceRole.Guest ? SpaceRole.Guest : SpaceRole.Member;
            Welcome.One(space, seats.Seat(space, person.Id, role, now), person, members, me.Id, db);
        }
    }
}
