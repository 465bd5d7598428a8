namespace Baton.Server.Features.Attention.Ledger;

/// <summary>The end of one person's ledger: the number and hash of its last entry.</summary>
public sealed class LedgerHead
{
    private LedgerHead()
    {
    }

    public Guid PersonId { get; private init; }

    /// <summary>Of the last entry; 0 before the first. Numbers have no gaps.</summary>
    public long Number { get; private set; }

    /// <summary>Of the last entry; null before the first.</summary>
    public string? Hash { get; private set; }

    internal static LedgerHead At(Guid personId, long number, string? hash) =>
        new() { PersonId = personId, Number = number, Hash = hash };

    /// <summary>The next entry, which names the one before it.</summary>
    internal LedgerEntry Append(LedgerAct act, DateTime at)
    {
        var entry = LedgerEntry.Of(act, at, Number + 1, Hash);
        (Number, Hash) = (entry.Number, entry.Hash);
        return entry;
    }
}
