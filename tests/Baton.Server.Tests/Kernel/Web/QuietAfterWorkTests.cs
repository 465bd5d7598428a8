using Baton.Server.Kernel.Web;

namespace Baton.Server.Tests.Kernel.Web;

public sealed class QuietAfterWorkTests
{
    private const long Busy = 2 * QuietAfterWork.Worth;

    private readonly QuietAfterWork _quiet = new();

    [Fact]
    public void Quiet_begins_once_work_has_ended()
    {
        Assert.False(_quiet.Begins(Busy));
        Assert.True(_quiet.Begins(Busy + 1));
        Assert.False(_quiet.Begins(Busy + 2));
    }

    [Fact]
    public void Nobody_tidies_up_in_the_middle_of_work()
    {
        for (var look = 1; look < 5; look++)
        {
            Assert.False(_quiet.Begins(look * Busy));
        }
    }

    [Fact]
    public void A_trickle_is_tidied_up_after_once_it_has_come_to_something()
    {
        var looks = 0;
        while (!_quiet.Begins(++looks * (QuietAfterWork.Idle - 1)))
        {
            Assert.True(looks < 100);
        }

        Assert.Equal(QuietAfterWork.Worth / QuietAfterWork.Idle + 1, looks);
    }
}
