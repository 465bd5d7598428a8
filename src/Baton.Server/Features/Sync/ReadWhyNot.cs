using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Sync;

/// <summary>"Why didn't I know?", of any message or task that I see.</summary>
public static class ReadWhyNot
{
    /// <param name="itemId">The message or the task.</param>
    /// <exception cref="AppException">404 <c>post-not-found</c>.</exception>
    public static async Task<Ok<WhyNotResponse>> Handle(
        Guid itemId, CurrentPerson me, SpaceAccess spaces, BatonDb db, CancellationToken cancel)
    {
        var (at, authorId) = await Posted(itemId, me, spaces, db, cancel);
        var others = await db.Addressees
            .Where(a => a.PostId == itemId && a.PersonId != me.Id && a.Why != Why.Hears)
            .Select(a => a.PersonId).Distinct().CountAsync(cancel);
        var mine = await (
            from addressee in db.Addressees.AsNoTracking()
            join envelope in db.Envelopes.AsNoTracking() on addressee.PostId equals envelope.Id
            where addressee.PostId == itemId && addressee.PersonId == me.Id
            orderby addressee.AddressedAt descending, addressee.Id descending
            select new
            {
                Item = addressee,
                Envelope = envelope,
                Last = db.LedgerEntries.Where(e => e.ItemId == addressee.Id && e.PersonId == me.Id)
                    .OrderByDescending(e => e.Number).First(),
            }).FirstOrDefaultAsync(cancel);
        return TypedResults.Ok(mine is null
            ? WhyNotResponse.NotAddressed(at, authorId, others)
            : WhyNotResponse.Of(mine.Item, mine.Envelope, mine.Last, others));
    }

    private static async Task<(DateTime At, Guid AuthorId)> Posted(
        Guid itemId, CurrentPerson me, SpaceAccess spaces, BatonDb db, CancellationToken cancel)
    {
        var found = await spaces.Seen(db.Messages, me.Id).Where(s => s.Item.Id == itemId)
                .Select(s => new { At = s.Item.PostedAt, AuthorId = s.Item.AuthorId }).FirstOrDefaultAsync(cancel)
            ?? await spaces.Seen(db.Tasks, me.Id).Where(s => s.Item.Id == itemId)
                .Select(s => new { At = s.Item.CreatedAt, AuthorId = s.Item.CreatedBy }).FirstOrDefaultAsync(cancel)
            ?? throw AppException.NotFound("post");
        return (found.At, found.AuthorId);
    }
}
