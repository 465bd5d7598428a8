namespace Baton.Server.Data.Demo;

/// <summary>Tells the story's time, so that three weeks of work can be played in a second.</summary>
internal sealed class StoryClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;

    /// <summary>Goes on to this hour (UTC) of the day that lies so many days before the end of the story.</summary>
    public void At(DateTimeOffset end, int daysAgo, int hour, int minute = 0)
    {
        var then = new DateTimeOffset(end.UtcDateTime.Date, TimeSpan.Zero)
            .AddDays(-daysAgo).AddHours(hour).AddMinutes(minute);
        _now = then > _now ? then : _now.AddMinutes(1);
    }
}
