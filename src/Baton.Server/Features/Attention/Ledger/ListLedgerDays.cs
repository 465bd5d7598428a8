using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Kernel.Paging;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Ledger;

/// <param name="Day">In UTC.</param>
/// <param name="Root">In hex, over the ends of all ledgers when the day ended (RFC 6962).</param>
/// <param name="Count">How many ledgers it stands for.</param>
public sealed record LedgerDay(DateOnly Day, string Root, int Count);

public static class ListLedgerDays
{
    /// <summary>The published root of each day, newest first. They tell nothing about anybody.</summary>
    public static async Task<Ok<Page<LedgerDay>>> Handle(
        BatonDb db,
        CancellationToken cancel,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        var before = Cursor.Number(cursor) is { } number
            ? number >= 0 && number <= DateOnly.MaxValue.DayNumber
                ? DateOnly.FromDayNumber((int)number)
                : throw AppException.Invalid("cursor", "That cursor is not one of this list.")
            : DateOnly.MaxValue;
        var found = await db.DayRoots.AsNoTracking().Where(r => r.Day < before).OrderByDescending(r => r.Day)
            .Take(limit + 1).Select(r => new LedgerDay(r.Day, r.Root, r.Count)).ToListAsync(cancel);
        var shown = found.Take(limit).ToList();
        return TypedResults.Ok(new Page<LedgerDay>(
            shown, found.Count > limit ? Cursor.Of(shown[^1].Day.DayNumber) : null));
    }
}
