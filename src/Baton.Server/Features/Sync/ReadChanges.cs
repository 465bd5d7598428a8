using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Sync;

/// <param name="Version">The newest version of the space; the replica has it once <paramref name="More"/> is
/// false.</param>
public sealed record ChangesResponse(IReadOnlyList<ChangeResponse> Changes, long Version, bool More);

public static class ReadChanges
{
    /// <summary>
    /// What happened in a space after a version, oldest first. When that is no longer kept: take a snapshot.
    /// </summary>
    /// <exception cref="AppException">410 <c>changes-expired</c>.</exception>
    public static async Task<Results<Ok<ChangesResponse>, ProblemHttpResult>> Handle(
        Guid spaceId,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        CancellationToken cancel,
        [Range(0, long.MaxValue)] long after = 0,
        [Range(1, 5000)] int limit = 1000)
    {
        var seat = await spaces.ForReading(me, spaceId, cancel);
        var stream = await db.Streams.AsNoTracking().SingleAsync(s => s.SpaceId == spaceId, cancel);
        var changes = IsExpired(stream, after) ? [] : await After(db, seat, after, limit, cancel);
        if (IsExpired(stream, after) || IsBeforeMyTime(changes, seat))
        {
            return TypedResults.Problem(
                "Those changes are no longer kept. Take a snapshot of the space.", statusCode: 410,
                title: "Those changes are no longer kept. Take a snapshot of the space.",
                extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "changes-expired" });
        }

        // Some may have come between the two queries.
        var version = changes.Count > 0 ? Math.Max(changes[^1].Version, stream.Version) : stream.Version;
        return TypedResults.Ok(new ChangesResponse(changes, version, MoreThan(changes, version)));
    }

    internal static bool IsExpired(SpaceStream stream, long after) =>
        after < stream.ExpiredVersion || after > stream.Version;

    /// <summary>
    /// Who may not see the whole history starts from a snapshot made for them, and is refused what came before it.
    /// </summary>
    internal static bool IsBeforeMyTime(IReadOnlyList<ChangeResponse> changes, Seat seat) =>
        changes.Count > 0 && changes[0].At < seat.HistoryFrom;

    internal static IReadOnlyList<ChangeResponse> SeenFrom(Seat seat, IEnumerable<Change> changes) =>
        [.. changes.Select(c => ChangeResponse.From(c.BeganAt < seat.HistoryFrom ? c.Withheld() : c))];

    private static async Task<IReadOnlyList<ChangeResponse>> After(
        BatonDb db, Seat seat, long after, int limit, CancellationToken cancel) =>
        SeenFrom(seat, await db.Changes.AsNoTracking()
            .Where(c => c.SpaceId == seat.SpaceId && c.Version > after)
            .OrderBy(c => c.Version)
            .Take(limit)
            .ToListAsync(cancel));

    private static bool MoreThan(IReadOnlyList<ChangeResponse> changes, long version) =>
        changes.Count > 0 && changes[^1].Version < version;
}
