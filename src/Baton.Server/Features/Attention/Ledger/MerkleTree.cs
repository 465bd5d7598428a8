using System.Security.Cryptography;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>
/// RFC 6962, section 2.1: one hash that stands for many, and a short proof that one of them is among them. Leaves and
/// nodes are hashed with different first bytes, so that neither can pass for the other.
/// </summary>
public static class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    public static byte[] Leaf(ReadOnlySpan<byte> data) => SHA256.HashData([LeafPrefix, .. data]);

    /// <param name="leaves">At least one.</param>
    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var left = LeftOf(leaves.Length);
        return Node(Root(leaves[..left]), Root(leaves[left..]));
    }

    /// <summary>The audit path of one leaf, from its sibling up.</summary>
    public static IReadOnlyList<byte[]> Path(int index, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var left = LeftOf(leaves.Length);
        return index < left
            ? [.. Path(index, leaves[..left]), Root(leaves[left..])]
            : [.. Path(index - left, leaves[left..]), Root(leaves[..left])];
    }

    /// <summary>Whether a leaf stands at this index of the tree with this root (RFC 9162, section 2.1.3.2).</summary>
    public static bool Proves(byte[] leaf, int index, int count, IEnumerable<byte[]> path, byte[] root)
    {
        var (at, last, hash) = (index, count - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0)
            {
                return false;
            }

            if (at % 2 == 1 || at == last)
            {
                hash = Node(sibling, hash);
                while (at % 2 == 0 && at != 0)
                {
                    (at, last) = (at / 2, last / 2);
                }
            }
            else
            {
                hash = Node(hash, sibling);
            }

            (at, last) = (at / 2, last / 2);
        }

        return index >= 0 && index < count && last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodePrefix, .. left, .. right]);

    /// <summary>The largest power of two that is smaller.</summary>
    private static int LeftOf(int count) => 1 << (31 - int.LeadingZeroCount(count - 1));
}
