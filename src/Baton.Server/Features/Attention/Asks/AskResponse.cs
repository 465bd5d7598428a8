namespace Baton.Server.Features.Attention.Asks;

public enum AskState
{
    Open,
    Taken,
    Answered,
    Delegated,
    Declined,
    Superseded,
    Withdrawn,
    Lapsed,
}

/// <summary>
/// An ask as everybody sees it who sees its post. Whether and when it was delivered is not told: that would show when
/// somebody was at their inbox.
/// </summary>
/// <param name="RespondBy">An instant by this person's own calendar; null for whenever.</param>
/// <param name="CommitAt">Until when they said they would do it.</param>
/// <param name="Note">Why they declined, or what they said when they handed it on.</param>
public sealed record AskResponse(
    Guid Id,
    Guid PersonId,
    AskRole Role,
    DateTime? RespondBy,
    AskState State,
    DateTime? CommitAt,
    Guid? DelegatedToId,
    string Note)
{
    public static AskResponse From(Addressee ask) => new(
        ask.Id, ask.PersonId, ask.Role, ask.RespondBy, StateOf(ask.State), ask.CommitAt, ask.DelegatedToId, ask.Note);

    private static AskState StateOf(AddresseeState state) => state switch
    {
        AddresseeState.Taken => AskState.Taken,
        AddresseeState.Answered => AskState.Answered,
        AddresseeState.Delegated => AskState.Delegated,
        AddresseeState.Declined => AskState.Declined,
        AddresseeState.Superseded => AskState.Superseded,
        AddresseeState.Withdrawn => AskState.Withdrawn,
        AddresseeState.Lapsed => AskState.Lapsed,
        _ => AskState.Open,
    };
}
