using System.ComponentModel.DataAnnotations;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Paging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Joining;

public static class ListInvitations
{
    /// <summary>
    /// My invitations, or everybody's when I may invite to the workspace; newest first, those that ended included.
    /// </summary>
    public static async Task<Ok<Page<InvitationResponse>>> Handle(
        CurrentPerson me, InvitationAccess invitations, CancellationToken cancel,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        var all = invitations.ForReading(me).AsNoTracking();
        if (TimeCursor.Parse(cursor) is var (at, id))
        {
            all = all.Where(i => i.CreatedAt < at || (i.CreatedAt == at && i.Id.CompareTo(id) < 0));
        }

        var found = await all.OrderByDescending(i => i.CreatedAt)
            .ThenByDescending(i => i.Id).Take(limit + 1).ToListAsync(cancel);
        var items = found.Take(limit).ToList();
        var next = found.Count > limit ? new TimeCursor(items[^1].CreatedAt, items[^1].Id).ToString() : null;
        return TypedResults.Ok(new Page<InvitationResponse>([.. items.Select(i => InvitationResponse.From(i))], next));
    }
}
