namespace Baton.Server.Kernel;

public static class Clock
{
    /// <summary>Now in UTC, in whole milliseconds: the finest grain that both databases and JSON keep alike.</summary>
    public static DateTime UtcNow(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }
}
