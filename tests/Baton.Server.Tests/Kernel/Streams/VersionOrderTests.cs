using Baton.Server.Kernel.Streams;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Server.Tests.Kernel.Streams;

public sealed class VersionOrderTests
{
    private static readonly Guid Space = Guid.CreateVersion7();

    private readonly FakeTimeProvider _clock = new();
    private readonly VersionOrder _order;

    public VersionOrderTests() => _order = new VersionOrder(_clock);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_they_come_they_go_in_order(int seed)
    {
        var random = new Random(seed);
        Assert.Equal([1], Versions(_order.Pass(Change(1))));
        var shuffled = Enumerable.Range(2, 200).Select(v => (long)v).ToArray();
        random.Shuffle(shuffled);

        var passed = shuffled.SelectMany(version => Versions(_order.Pass(Change(version)))).ToList();

        Assert.Equal(shuffled.Order(), passed);
        Assert.False(_order.IsHolding);
    }

    [Fact]
    public void A_gap_that_nobody_fills_is_shown_in_the_end()
    {
        _order.Pass(Change(1));
        Assert.Empty(_order.Pass(Change(3)));
        Assert.Empty(_order.Pass(Change(4)));
        Assert.Empty(_order.GiveUp());

        _clock.Advance(VersionOrder.Patience);

        Assert.Equal([3, 4], Versions(_order.GiveUp()));
        Assert.Equal([2], Versions(_order.Pass(Change(2))));
        Assert.Equal([5], Versions(_order.Pass(Change(5))));
        Assert.False(_order.IsHolding);
    }

    [Fact]
    public void One_space_waits_for_no_other()
    {
        _order.Pass(Change(1));
        Assert.Empty(_order.Pass(Change(3)));

        Assert.Equal([7], Versions(_order.Pass(Change(7, Guid.CreateVersion7()))));
    }

    private static IEnumerable<long> Versions(IEnumerable<Change> changes) => changes.Select(c => c.Version);

    private static Change Change(long version, Guid? space = null) => new()
    {
        SpaceId = space ?? Space,
        Version = version,
        Kind = "task.moved",
        Noun = "task",
        Payload = "{}",
    };
}
