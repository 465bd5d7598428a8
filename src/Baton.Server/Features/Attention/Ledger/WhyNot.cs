using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Hearings;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>Why somebody did not know of a post: always exactly one of these.</summary>
public enum WhyNot
{
    /// <summary>Nobody addressed me, or it was over for me before it reached me.</summary>
    NotAddressed,

    /// <summary>I was to know, which never alerts.</summary>
    ToKnow,

    /// <summary>It waits for my next batch, or for when I put it off to.</summary>
    Planned,

    /// <summary>It was brought to me then.</summary>
    Delivered,

    /// <summary>I let it go then, or had chosen then to hear less there.</summary>
    LetGo,

    /// <summary>Its time ran out.</summary>
    Lapsed,
}

/// <param name="At">
/// When what the reason says happened; of somebody who was not addressed, when it was posted or taken back.
/// </param>
/// <param name="ById">Whose choice or doing it was; null when it was time's.</param>
/// <param name="State">Where my item stands; null when I was never addressed.</param>
/// <param name="DeliveredAt">When I had it.</param>
/// <param name="Until">When it will come.</param>
/// <param name="IfSilent">What was to happen when nobody answers.</param>
/// <param name="Unheard">What I had chosen to hear there, if for that reason it passed me by.</param>
/// <param name="Others">How many others were addressed.</param>
public sealed record WhyNotResponse(
    WhyNot Reason,
    DateTime At,
    Guid? ById,
    AddresseeState? State,
    AskRole? Role,
    DateTime? DeliveredAt,
    DateTime? Until,
    string IfSilent,
    HearingLevel? Unheard,
    int Others)
{
    /// <summary>Of somebody who was never addressed.</summary>
    public static WhyNotResponse NotAddressed(DateTime postedAt, Guid? authorId, int others) => new(
        WhyNot.NotAddressed, postedAt, authorId, State: null, Role: null, DeliveredAt: null, Until: null, IfSilent: "",
        Unheard: null, others);

    /// <param name="last">The last entry of the item.</param>
    public static WhyNotResponse Of(Addressee mine, Envelope envelope, LedgerEntry last, int others)
    {
        var reason = ReasonOf(mine);
        var (at, byId) = reason switch
        {
            WhyNot.Delivered => (mine.DeliveredAt!.Value, (Guid?)mine.ById),
            WhyNot.ToKnow or WhyNot.Planned => (mine.AddressedAt, mine.ById),
            WhyNot.LetGo when mine.Unheard is not null => (mine.ChosenAt!.Value, mine.PersonId),
            _ => (last.At, last.ById),
        };
        return new WhyNotResponse(
            reason, at, byId, mine.State, mine.Role, mine.DeliveredAt, mine.DeliverAt, envelope.IfSilent,
            reason == WhyNot.LetGo ? mine.Unheard : null, others);
    }

    private static WhyNot ReasonOf(Addressee mine) => mine switch
    {
        { State: AddresseeState.LetGo } => WhyNot.LetGo,
        { State: AddresseeState.Lapsed } => WhyNot.Lapsed,
        { IsOpen: true, State: AddresseeState.Queued } or { IsOpen: true, SnoozedUntil: not null } => WhyNot.Planned,
        { DeliveredAt: null } => WhyNot.NotAddressed,
        { IsAsk: false } => WhyNot.ToKnow,
        _ => WhyNot.Delivered,
    };
}
