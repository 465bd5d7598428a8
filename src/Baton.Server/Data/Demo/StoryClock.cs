namespace Baton.Server.Data.Demo;

/// <summary>Tells the story's time, so that three weeks of work can be played in a second.</summary>
internal sealed class StoryClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;

    public void GoOnTo(DateTimeOffset then) => _now = then;
}
