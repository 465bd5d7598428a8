namespace Baton.Server.Features.Attention.Ledger;

/// <summary>
/// That the entry with this number and hash was the last of a ledger when the day ended: its salted leaf stands at
/// <paramref name="Index"/> of the tree with this root. Hashes and salt in hex.
/// </summary>
/// <param name="Day">In UTC.</param>
/// <param name="Count">How many ledgers the root stands for.</param>
/// <param name="Path">The siblings from the leaf up (RFC 6962).</param>
public sealed record DayProof(
    DateOnly Day, string Root, int Count, long Number, string Hash, string Salt, int Index, IReadOnlyList<string> Path)
{
    public bool Holds() => MerkleTree.Proves(
        DayRoot.LeafOf(Convert.FromHexString(Salt), Hash), Index, Count, Path.Select(Convert.FromHexString),
        Convert.FromHexString(Root));
}
