using System.Text;
using Baton.Server.Features.Attention.Ledger;

namespace Baton.Server.Tests.Features.Attention.Ledger;

public sealed class MerkleTreeTests
{
    /// <summary>The inputs and roots with which Certificate Transparency's implementations are tested.</summary>
    [Theory]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void A_root_is_that_of_the_standard(int count, string root)
    {
        string[] inputs =
            ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        var leaves = inputs.Take(count).Select(i => MerkleTree.Leaf(Convert.FromHexString(i))).ToArray();

        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root(leaves)));
    }

    [Fact]
    public void Each_leaf_of_a_tree_of_any_size_is_proved_at_its_place_and_nowhere_else()
    {
        for (var count = 1; count <= 33; count++)
        {
            var leaves = Enumerable.Range(0, count).Select(i => MerkleTree.Leaf(Encoding.UTF8.GetBytes($"{i}")))
                .ToArray();
            var root = MerkleTree.Root(leaves);
            for (var index = 0; index < count; index++)
            {
                var path = MerkleTree.Path(index, leaves);

                Assert.All(Enumerable.Range(0, count), place =>
                    Assert.Equal(place == index, MerkleTree.Proves(leaves[index], place, count, path, root)));
            }
        }
    }
}
