namespace Baton.Server.Kernel.Streams;

/// <summary>
/// The position of one space's stream: the version of its newest change, and the last number given to a numbered item.
/// </summary>
public sealed class SpaceStream
{
    private SpaceStream()
    {
    }

    public Guid SpaceId { get; private init; }

    /// <summary>
    /// Version of the newest change; 0 before the first. Written only by <see cref="ChangeLog"/>, in the transaction of
    /// the change.
    /// </summary>
    public long Version { get; private set; }

    /// <summary>The last number given away (tasks are numbered within their space).</summary>
    public int LastNumber { get; private set; }

    /// <summary>Versions up to this one are no longer retained; a client that is older takes a snapshot.</summary>
    public long ExpiredVersion { get; private set; }

    public static SpaceStream For(Guid spaceId) => new() { SpaceId = spaceId };
}
