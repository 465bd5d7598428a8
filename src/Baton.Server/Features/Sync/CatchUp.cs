using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Sync;

/// <param name="After">The version my replica has; 0 for nothing.</param>
public sealed record SpacePosition(Guid Id, [property: Range(0, long.MaxValue)] long After);

public sealed record CatchUpRequest([property: MaxLength(500)] IReadOnlyList<SpacePosition> Spaces);

/// <param name="Gone">The space is not mine (any more): its rows leave the device.</param>
/// <param name="Expired">My version is no longer retained: take a snapshot.</param>
public sealed record SpaceCatchUp(
    Guid Id, IReadOnlyList<ChangeResponse> Changes, long Version, bool More, bool Gone, bool Expired);

public sealed record CatchUpResponse(IReadOnlyList<SpaceCatchUp> Spaces);

/// <summary>
/// What a device missed, in many spaces at once. Reads only; it is a POST because the question is long.
/// </summary>
public static class CatchUp
{
    private const int ChangesAtOnce = 2000;

    public static async Task<Ok<CatchUpResponse>> Handle(
        CatchUpRequest request, CurrentPerson me, SpaceAccess spaces, BatonDb db, CancellationToken cancel)
    {
        // A null among them passes for a position.
        if (request.Spaces.Contains(null))
        {
            throw AppException.Invalid("spaces", "Each is the id of a space and the version that is here.");
        }

        var asked = request.Spaces.DistinctBy(s => s.Id).ToList();
        var ids = asked.ConvertAll(s => s.Id);
        var mine = await (
            from seat in spaces.SeatsOf(me.Id)
            join stream in db.Streams on seat.SpaceId equals stream.SpaceId
            where ids.Contains(seat.SpaceId)
            select new { Seat = seat, Stream = stream }).AsNoTracking().ToDictionaryAsync(s => s.Seat.SpaceId, cancel);

        // A space that is up to date is not looked into.
        var behind = from position in asked
                     where mine.ContainsKey(position.Id)
                     let stream = mine[position.Id].Stream
                     where !ReadChanges.IsExpired(stream, position.After) && position.After < stream.Version
                     select new Stretch(position.Id, position.After, stream.Version);
        var changes = await Stretch.Read(Stretch.Share(behind, ChangesAtOnce), db, cancel);

        var answers = asked.Select(position => mine.TryGetValue(position.Id, out var found)
            ? Answer(position, found.Seat, found.Stream, changes[position.Id])
            : new SpaceCatchUp(position.Id, [], 0, More: false, Gone: true, Expired: false));
        return TypedResults.Ok(new CatchUpResponse([.. answers]));
    }

    private static SpaceCatchUp Answer(SpacePosition position, Seat seat, SpaceStream stream, IEnumerable<Change> found)
    {
        var changes = ReadChanges.SeenFrom(seat, found);
        if (ReadChanges.IsExpired(stream, position.After) || ReadChanges.IsBeforeMyTime(changes, seat))
        {
            return new SpaceCatchUp(position.Id, [], stream.Version, More: false, Gone: false, Expired: true);
        }

        var reached = changes.Count > 0 ? changes[^1].Version : position.After;
        return new SpaceCatchUp(
            position.Id, changes, stream.Version, More: reached < stream.Version, Gone: false, Expired: false);
    }
}
