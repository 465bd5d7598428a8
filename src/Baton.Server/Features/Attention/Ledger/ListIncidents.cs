using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Kernel.Paging;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Ledger;

/// <param name="Recorded">What the ledger says of the item; null when it knows nothing of it.</param>
/// <param name="Stands">What the item says; null when it is gone.</param>
/// <param name="Times">How often it was found, at most once a day and batch.</param>
public sealed record IncidentResponse(
    Guid Id,
    IncidentKind Kind,
    Guid PersonId,
    AddresseeState? Recorded,
    AddresseeState? Stands,
    DateTime FoundAt,
    DateTime LatestAt,
    int Times)
{
    public static IncidentResponse From(Incident incident) => new(
        incident.Id, incident.Kind, incident.PersonId, incident.Recorded, incident.Stands, incident.FoundAt,
        incident.LatestAt, incident.Times);
}

public static class ListIncidents
{
    /// <summary>What did not add up in anybody's ledger, the latest first; for owners and admins.</summary>
    /// <exception cref="AppException">403 <c>right-missing</c>.</exception>
    public static async Task<Ok<Page<IncidentResponse>>> Handle(
        CurrentPerson me,
        BatonDb db,
        CancellationToken cancel,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        if (me.Role is not (WorkspaceRole.Admin or WorkspaceRole.Owner))
        {
            throw AppException.Forbidden("right-missing", "workspace.manage",
                "You need the right workspace.manage to do that.");
        }

        var incidents = db.Incidents.AsNoTracking();
        if (TimeCursor.Parse(cursor) is var (at, id))
        {
            incidents = incidents.Where(i => i.LatestAt < at || (i.LatestAt == at && i.Id.CompareTo(id) < 0));
        }

        var found = await incidents.OrderByDescending(i => i.LatestAt).ThenByDescending(i => i.Id)
            .Take(limit + 1).ToListAsync(cancel);
        var shown = found.Take(limit).ToList();
        return TypedResults.Ok(new Page<IncidentResponse>(
            [.. shown.Select(IncidentResponse.From)],
            found.Count > limit ? new TimeCursor(shown[^1].LatestAt, shown[^1].Id).ToString() : null));
    }
}
