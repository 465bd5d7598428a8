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
    public void A_trickle_that_goes_on_is_nobodys_quiet()
    {
        Assert.False(_quiet.Begins(Busy));
        Assert.True(_quiet.Begins(Busy + 1));

        for (var look = 1; look < 100; look++)
        {
            Assert.False(_quiet.Begins(Busy + look * (QuietAfterWork.Idle - 1)));
        }
    }
}
