using System.ComponentModel.DataAnnotations;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Horizon;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

/// <remarks>Properties, not parameters: the generator of request delegates writes code for these alone.</remarks>
public sealed record AvailabilityQuery
{
    /// <summary>Whose; those whom I may not see are left out.</summary>
    [FromQuery(Name = "personIds"), MaxLength(ReadAvailability.MaxAtOnce)]
    public Guid[] PersonIds { get; init; } = [];
}

/// <summary>When somebody works next, and how they want to be reached, instead of whether they are there.</summary>
/// <exception cref="AppException">404 <c>person-not-found</c>.</exception>
public static class ReadAvailability
{
    public const int MaxAtOnce = 100;

    public static async Task<Ok<AvailabilityResponse>> One(
        Guid personId, CurrentPerson me, PersonAccess people, ReplyHorizons horizons, CancellationToken cancel)
    {
        var found = await Of([personId], me, people, horizons, cancel);
        return TypedResults.Ok(found.Count == 1 ? found[0] : throw AppException.NotFound("person"));
    }

    /// <summary>Of several people, in the order of their ids.</summary>
    public static async Task<Ok<IReadOnlyList<AvailabilityResponse>>> Several(
        [AsParameters] AvailabilityQuery query,
        CurrentPerson me,
        PersonAccess people,
        ReplyHorizons horizons,
        CancellationToken cancel) =>
        TypedResults.Ok(await Of(query.PersonIds, me, people, horizons, cancel));

    private static async Task<IReadOnlyList<AvailabilityResponse>> Of(
        IReadOnlyCollection<Guid> personIds, CurrentPerson me, PersonAccess people, ReplyHorizons horizons,
        CancellationToken cancel)
    {
        var seen = people.SeenBy(me).AsNoTracking();
        var found = await horizons.Of(
            await seen.Where(p => personIds.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancel), cancel);
        var standing = found.Where(one => one.Away?.SubstituteId is not null)
            .Select(one => one.Away!.SubstituteId!.Value).ToList();
        var known = standing.Count == 0 ? []
            : await seen.Where(p => standing.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(cancel);
        return [.. found.Select(one => one.Away is { SubstituteId: { } id } away && !known.Contains(id)
            ? one with { Away = away with { SubstituteId = null } }
            : one)];
    }
}
