namespace Baton.Server.Tests.Support;

public sealed class TestAppTests
{
    [Fact]
    public async Task A_server_that_has_stopped_leaves_nothing_behind()
    {
        var stopped = new List<WeakReference>();
        for (var count = 0; count < 6; count++)
        {
            stopped.Add(await StartAndStop());
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // The last may still be in somebody's hands.
        Assert.InRange(stopped.Count(server => server.IsAlive), 0, 2);
    }

    private static async Task<WeakReference> StartAndStop()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Read("/api/me");
        return new WeakReference(app.Services);
    }
}
