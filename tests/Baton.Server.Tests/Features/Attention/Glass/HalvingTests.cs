using Baton.Server.Features.Attention.Glass;
using NodaTime;

namespace Baton.Server.Tests.Features.Attention.Glass;

public sealed class HalvingTests
{
    private static readonly YearMonth May = new(2026, 5);

    [Theory]
    [InlineData(1, 0, "1 1 1")]
    // One a month becomes one in two months.
    [InlineData(1, 1, "0 1 1")]
    [InlineData(2, 1, "1 2 2")]
    [InlineData(2, 2, "0 2 2")]
    [InlineData(3, 1, "1 3 3")]
    // Three eighths of one a month: one in three months.
    [InlineData(3, 3, "0 0 3")]
    [InlineData(10, 2, "2 10 10")]
    [InlineData(0, 1, "0 0 0")]
    public void What_could_have_waited_halves_what_comes_next(int limit, int verdicts, string june)
    {
        var after = Enumerable.Range(1, 3)
            .Select(later => Halving.Of(limit, May.PlusMonths(later), Enumerable.Repeat(May, verdicts)));

        Assert.Equal(june, string.Join(' ', after));
        Assert.Equal(limit, Halving.Of(limit, May, Enumerable.Repeat(May, verdicts)));
    }

    [Fact]
    public void Nobody_is_held_back_for_more_than_a_year()
    {
        var many = Enumerable.Repeat(May, 10).ToList();

        Assert.Equal(0, Halving.Of(1, May.PlusMonths(11), many));
        Assert.Equal(1, Halving.Of(1, May.PlusMonths(12), many));
    }

    [Fact]
    public void Of_two_months_the_harder_one_counts() =>
        Assert.Equal(1, Halving.Of(4, new YearMonth(2027, 1), [new(2026, 12), new(2026, 12), new(2026, 11)]));
}
