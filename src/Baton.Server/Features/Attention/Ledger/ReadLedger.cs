using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Paging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Ledger;

/// <param name="Hash">
/// SHA-256, in hex, of all the other fields as canonical JSON (RFC 8785); <c>previousHash</c> ties it to the entry
/// before it.
/// </param>
public sealed record LedgerEntryResponse(
    Guid PersonId,
    long Number,
    Guid ItemId,
    Act Act,
    AddresseeState State,
    DateTime At,
    Guid? ById,
    DateTime? Due,
    string ContentHash,
    string? PreviousHash,
    string Hash)
{
    public static LedgerEntryResponse From(LedgerEntry entry) => new(
        entry.PersonId, entry.Number, entry.ItemId, entry.Act, entry.State, entry.At, entry.ById, entry.Due,
        entry.ContentHash, entry.PreviousHash, entry.Hash);
}

/// <summary>
/// What an item is about, as it reads today. Of what I do not see any more there is none, nor of what has not reached
/// me: the ledger breaks no seal.
/// </summary>
public sealed record LedgerItem(Guid ItemId, PostKind Kind, Guid PostId, string Subject, AskRole Role);

/// <summary>The last entry of a ledger.</summary>
public sealed record LedgerEnd(long Number, string Hash);

/// <param name="Next">Asks for what follows, as <c>?cursor=</c>; null at the end.</param>
/// <param name="About">The items of these entries, each once.</param>
/// <param name="End">Null while nothing was entered.</param>
/// <param name="Proof">
/// How the newest day's root stands for this ledger; null when it does not know it yet.
/// </param>
public sealed record LedgerResponse(
    IReadOnlyList<LedgerEntryResponse> Items,
    string? Next,
    IReadOnlyList<LedgerItem> About,
    LedgerEnd? End,
    DayProof? Proof);

public static class ReadLedger
{
    /// <summary>
    /// What happened to my items, newest first, with what is needed to check that nothing is missing.
    /// </summary>
    public static async Task<Ok<LedgerResponse>> Handle(
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        Commits commits,
        CancellationToken cancel,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        var before = Cursor.Number(cursor) ?? long.MaxValue;
        await using var moment = await commits.ReadAtOnce(db, cancel);
        var mine = db.LedgerEntries.AsNoTracking().Where(e => e.PersonId == me.Id);
        var found = await mine.Where(e => e.Number < before)
            .OrderByDescending(e => e.Number).Take(limit + 1).ToListAsync(cancel);
        var shown = found.Take(limit).Select(LedgerEntryResponse.From).ToList();
        var end = await db.LedgerHeads.AsNoTracking().FirstOrDefaultAsync(h => h.PersonId == me.Id, cancel);
        return TypedResults.Ok(new LedgerResponse(
            shown,
            found.Count > limit ? Cursor.Of(shown[^1].Number) : null,
            await About(me.Id, [.. shown.Select(e => e.ItemId).Distinct()], spaces, db, cancel),
            end?.Hash is { } hash ? new LedgerEnd(end.Number, hash) : null,
            await NewestProof(mine, db, cancel)));
    }

    private static async Task<IReadOnlyList<LedgerItem>> About(
        Guid personId, IReadOnlyList<Guid> ids, SpaceAccess spaces, BatonDb db, CancellationToken cancel) =>
        await (
            from addressee in db.Addressees
            join seen in spaces.Seen(db.Envelopes, personId) on addressee.PostId equals seen.Item.Id
            where ids.Contains(addressee.Id) && addressee.PersonId == personId
                && addressee.State != AddresseeState.Queued
            select new LedgerItem(addressee.Id, seen.Item.Kind, seen.Item.Id, seen.Item.Subject, addressee.Role))
            .ToListAsync(cancel);

    private static async Task<DayProof?> NewestProof(
        IQueryable<LedgerEntry> mine, BatonDb db, CancellationToken cancel)
    {
        var newest = await db.DayRoots.AsNoTracking().OrderByDescending(r => r.Day).FirstOrDefaultAsync(cancel);
        if (newest is null)
        {
            return null;
        }

        // Nearly always the first. A clock that was set back has made later ones look as if they came before the root.
        var end = newest.End;
        await foreach (var entry in mine.Where(e => e.At < end).OrderByDescending(e => e.Number).AsAsyncEnumerable()
            .WithCancellation(cancel))
        {
            if (newest.Proof(entry.PersonId, entry.Number, entry.Hash) is { } proof)
            {
                return proof;
            }
        }

        return null;
    }
}
