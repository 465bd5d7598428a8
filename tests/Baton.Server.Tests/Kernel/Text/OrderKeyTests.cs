using System.Text.Json;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Tests.Kernel.Text;

/// <summary>The vectors come from the npm package that the client uses, and the client's tests read them too.</summary>
public sealed class OrderKeyTests
{
    private static readonly JsonElement Vectors = JsonElement.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "orderKeys.vectors.json")));

    [Fact]
    public void Keys_between_are_those_that_the_client_makes()
    {
        foreach (var vector in Vectors.GetProperty("between").EnumerateArray())
        {
            var (before, after, key) = (vector[0].GetString(), vector[1].GetString(), vector[2].GetString()!);

            Assert.Equal(key, OrderKey.Between(before, after));
            Assert.True(before is null || string.CompareOrdinal(before, key) < 0);
            Assert.True(after is null || string.CompareOrdinal(key, after) < 0);
            Assert.True(OrderKey.IsValid(key));
        }
    }

    [Fact]
    public void A_malformed_key_is_refused()
    {
        foreach (var malformed in Vectors.GetProperty("malformed").EnumerateArray())
        {
            Assert.Throws<AppException>(() => OrderKey.Require("orderKey", malformed.GetString()));
        }
    }

    [Fact]
    public void A_key_has_up_to_64_characters()
    {
        Assert.Equal(64, OrderKey.Require("orderKey", "a0" + new string('V', 62)).Length);
        Assert.Throws<AppException>(() => OrderKey.Require("orderKey", "a0" + new string('V', 63)));
        Assert.Throws<AppException>(() => OrderKey.Require("orderKey", null));
    }

    [Fact]
    public void First_keys_ascend() => Assert.Equal(["a0", "a1", "a2"], OrderKey.FirstOf(3));
}
