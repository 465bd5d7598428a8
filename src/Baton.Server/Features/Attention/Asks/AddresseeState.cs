namespace Baton.Server.Features.Attention.Asks;

/// <summary>Where an addressee's part of a post stands. At any time it is exactly one of these.</summary>
public enum AddresseeState
{
    Queued,
    Delivered,
    Taken,
    Answered,
    Delegated,
    Declined,
    Superseded,
    Withdrawn,
    Lapsed,
    LetGo,
}

public static class AddresseeStates
{
    /// <summary>Nothing waits any more; only reopening makes it open again.</summary>
    public static bool IsClosed(this AddresseeState state) =>
        state is not (AddresseeState.Queued or AddresseeState.Delivered or AddresseeState.Taken);
}
