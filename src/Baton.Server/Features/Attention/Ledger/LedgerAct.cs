using Baton.Server.Features.Attention.Asks;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>
/// What somebody or the engine did to one addressee item, for <c>db.Record</c>: it becomes the next entry of that
/// person's ledger in the transaction of what it records. Acts, never reading.
/// </summary>
/// <param name="PersonId">Whose item it is.</param>
/// <param name="ItemId">The addressee row.</param>
/// <param name="State">Where the item stands after it.</param>
/// <param name="ById">Who did it; null when time or the engine did.</param>
/// <param name="Due">
/// What the act speaks of, in UTC: when a planned item is to be delivered, a taken one done, a snoozed one back.
/// </param>
/// <param name="ContentHash">See <see cref="Ledger.ContentHash"/>.</param>
public sealed record LedgerAct(
    Guid PersonId, Guid ItemId, Act Act, AddresseeState State, Guid? ById, DateTime? Due, string ContentHash);

public enum Act
{
    Addressed,
    Planned,
    Delivered,
    Taken,
    GivenBack,
    Answered,
    Delegated,
    Declined,
    Superseded,
    Withdrawn,
    Lapsed,
    LetGo,
    Reopened,
    Snoozed,
}
