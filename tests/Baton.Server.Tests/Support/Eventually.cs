namespace Baton.Server.Tests.Support;

/// <summary>For what another connection or process does, which no answer tells of: looks until it is so.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task True(Func<bool> holds, string otherwise)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(waited.Elapsed < Patience, otherwise);
            await Task.Yield();
        }
    }
}
