namespace Baton.Server.Features.Attention.Calendars;

/// <summary>By which edition of the time zone database what is on its way was planned. There is one row.</summary>
public sealed class ZoneData
{
    public static readonly Guid TheId = new("01900000-0000-7000-8000-000000000003");

    private ZoneData()
    {
    }

    public Guid Id { get; private init; } = TheId;

    public string Version { get; private set; } = "";

    public static ZoneData Of(string version) => new() { Version = version };

    public void Become(string version) => Version = version;
}
