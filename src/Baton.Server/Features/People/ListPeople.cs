using System.ComponentModel.DataAnnotations;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Paging;
using Baton.Server.Kernel.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

public static class ListPeople
{
    /// <summary>The workspace's directory by name; guests find only the people in their spaces.</summary>
    /// <param name="text">Part of a name or of a role text; letters of any size, accents or none.</param>
    public static async Task<Ok<Page<PersonResponse>>> Handle(
        CurrentPerson me, PersonAccess people, CancellationToken cancel,
        [MaxLength(100)] string? text = null,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        var found = people.SeenBy(me).AsNoTracking();
        if (Folded.Of(text ?? "").Trim() is { Length: > 0 } sought)
        {
            found = found.Where(p => p.SearchText.Contains(sought));
        }

        if (Cursor.Read<Guid, string>(cursor) is var (id, after))
        {
#pragma warning disable CA1309 // The database compares, as it sorts.
            found = found.Where(p => string.Compare(p.SearchText, after) > 0
                || (p.SearchText == after && p.Id.CompareTo(id) > 0));
#pragma warning restore CA1309
        }

        var rows = await found.OrderBy(p => p.SearchText).ThenBy(p => p.Id).Take(limit + 1).ToListAsync(cancel);
        var items = rows.Take(limit).ToList();
        var next = rows.Count > limit ? Cursor.Of(items[^1].Id, items[^1].SearchText) : null;
        return TypedResults.Ok(new Page<PersonResponse>([.. items.Select(PersonResponse.From)], next));
    }
}
