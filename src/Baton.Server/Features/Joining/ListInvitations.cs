using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Paging;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Joining;

public static class ListInvitations
{
    /// <summary>Mine, or everybody's when I may invite to the workspace; newest first, those that ended included.</summary>
    public static async Task<Ok<Page<InvitationResponse>>> Handle(
        CurrentPerson me, InvitationAccess invitations, CancellationToken cancel,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        var all = invitations.ForReading(me).AsNoTracking();
        if (cursor is not null)
        {
            var (at, id) = Read(cursor);
            all = all.Where(i => i.CreatedAt < at || (i.CreatedAt == at && i.Id.CompareTo(id) < 0));
        }

        var found = await all.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Take(limit + 1).ToListAsync(cancel);
        var items = found.Take(limit).ToList();
        var next = found.Count > limit
            ? Cursor.Of(items[^1].CreatedAt.ToString("O", CultureInfo.InvariantCulture), items[^1].Id)
            : null;
        return TypedResults.Ok(new Page<InvitationResponse>([.. items.Select(i => InvitationResponse.From(i))], next));
    }

    private static (DateTime At, Guid Id) Read(string cursor) =>
        Cursor.Parts(cursor, 2) is [var at, var id]
            && DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
            && Guid.TryParse(id, out var invitation)
            ? (instant, invitation)
            : throw AppException.Invalid("cursor", "That cursor is not one of this list.");
}
