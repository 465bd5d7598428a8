namespace Baton.Server.Features.Attention.Ledger;

/// <summary>Whether a person's ledger is whole: numbered without gaps, each entry naming the one before it.</summary>
public static class Chain
{
    /// <param name="entries">All of one person's, in order.</param>
    /// <returns>The first break in words, or null when there is none.</returns>
    public static string? FirstBreak(LedgerHead head, IEnumerable<LedgerEntry> entries)
    {
        var (number, hash) = (0L, (string?)null);
        foreach (var entry in entries)
        {
            if (BreakAt(entry, number, hash) is { } found)
            {
                return $"the ledger of {head.PersonId} breaks at entry {number + 1}: {found}";
            }

            (number, hash) = (entry.Number, entry.Hash);
        }

        return number == head.Number && hash == head.Hash
            ? null
            : $"the ledger of {head.PersonId} breaks after entry {number}: its end is said to be entry {head.Number}, "
                + $"{head.Hash ?? "without a hash"}";
    }

    private static string? BreakAt(LedgerEntry entry, long number, string? hash)
    {
        if (entry.Number != number + 1)
        {
            return $"entry {entry.Number} stands in its place";
        }

        if (entry.PreviousHash != hash)
        {
            return "it does not follow the entry before it";
        }

        return entry.Hash == entry.ComputeHash() ? null : "what it says has been changed since";
    }
}
