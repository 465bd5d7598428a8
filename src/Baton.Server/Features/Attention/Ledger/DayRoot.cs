using System.Security.Cryptography;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>
/// One hash for everybody's ledger as it stood at the end of a day in UTC. Published, so that a ledger that is written
/// anew later can be told from the one that was.
/// </summary>
public sealed class DayRoot
{
    private const int HashLength = 32;

    private DayRoot()
    {
    }

    public DateOnly Day { get; private init; }

    /// <summary>Of the tree over <see cref="Leaves"/>, in hex.</summary>
    public string Root { get; private init; } = "";

    /// <summary>How many ledgers it stands for.</summary>
    public int Count { get; private init; }

    /// <summary>
    /// Keeps leaves from telling whose they are; never shown. Each person's own salt of the day comes from it.
    /// </summary>
    public byte[] Salt { get; private init; } = [];

    /// <summary>The leaves in the order of their bytes, one after the other.</summary>
    public byte[] Leaves { get; private init; } = [];

    public DateTime End => EndOf(Day);

    /// <param name="ends">The last entry of every ledger that had one at the day's end.</param>
    public static DayRoot Of(DateOnly day, IReadOnlyCollection<(Guid PersonId, string Hash)> ends)
    {
        var salt = RandomNumberGenerator.GetBytes(HashLength);
        var leaves = ends.Select(end => LeafOf(SaltOf(end.PersonId, salt), end.Hash)).ToArray();
        Array.Sort(leaves, (one, other) => one.AsSpan().SequenceCompareTo(other));
        return new DayRoot
        {
            Day = day,
            Root = Hex(MerkleTree.Root(leaves)),
            Count = leaves.Length,
            Salt = salt,
            Leaves = [.. leaves.SelectMany(leaf => leaf)],
        };
    }

    public static DateTime EndOf(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>Whether root and count are those of the leaves.</summary>
    public bool IsWhole() => Leaves.Length == Count * HashLength && Root == Hex(MerkleTree.Root(AllLeaves()));

    /// <summary>That an entry was the last of this person's ledger at the day's end; null when it was not.</summary>
    public DayProof? Proof(Guid personId, long number, string hash)
    {
        var salt = SaltOf(personId, Salt);
        var leaves = AllLeaves();
        var index = Array.BinarySearch(leaves, LeafOf(salt, hash),
            Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)));
        return index < 0
            ? null
            : new DayProof(
                Day, Root, Count, number, hash, Hex(salt), index, [.. MerkleTree.Path(index, leaves).Select(Hex)]);
    }

    /// <summary>As <see cref="Proof"/>, without the path.</summary>
    public bool Holds(Guid personId, string hash)
    {
        var leaf = LeafOf(SaltOf(personId, Salt), hash);
        var (low, high) = (0, (Leaves.Length / HashLength) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Leaves.AsSpan(middle * HashLength, HashLength).SequenceCompareTo(leaf);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    internal static byte[] LeafOf(byte[] salt, string hash) =>
        MerkleTree.Leaf([.. salt, .. Convert.FromHexString(hash)]);

    private byte[][] AllLeaves() => [.. Leaves.Chunk(HashLength)];

    private static byte[] SaltOf(Guid personId, byte[] salt) =>
        HMACSHA256.HashData(salt, personId.ToByteArray(bigEndian: true));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
