namespace Baton.Server.Kernel.Outside;

public enum OutsideFault
{
    /// <summary>
    /// No answer, none in time, an error, or an address that is not on the public internet. They are not told apart,
    /// so that nobody maps the network of the server by them.
    /// </summary>
    Unreachable,

    TooLarge,
}

/// <summary>A call to the outside that came to nothing.</summary>
public sealed class OutsideException(OutsideFault fault, Exception? inner = null)
    : Exception($"A call to the outside failed: {fault}.", inner)
{
    public OutsideFault Fault { get; } = fault;
}
