using Baton.Server.Features.Attention.Asks;

namespace Baton.Server.Features.Attention.Inbox;

public sealed record PostResponse(PostKind Kind, Guid Id, PostPlaceResponse Place);

public sealed record PostPlaceResponse(PostPlace Kind, Guid Id);

public sealed record WhyResponse(Why Kind, Guid? OfId);

/// <summary>Something that waits for me, or that I am to know; read by nobody else.</summary>
/// <param name="Subject">The beginning of what was said, or the task's title.</param>
/// <param name="SenderId">Who addressed me.</param>
/// <param name="DeliveredAt">The batch it came with; null before.</param>
/// <param name="RespondBy">By my own calendar; null for whenever.</param>
public sealed record InboxItemResponse(
    Guid Id,
    Guid SpaceId,
    PostResponse Post,
    Guid SenderId,
    string Subject,
    AskRole Role,
    WhyResponse Why,
    Urgency Urgency,
    bool OneOf,
    int? Effort,
    string IfSilent,
    DateTime AddressedAt,
    DateTime? DeliveredAt,
    DateTime? RespondBy,
    AddresseeState State,
    DateTime? CommitAt,
    string Note,
    Guid? DelegatedToId,
    DateTime? SnoozedUntil)
{
    public static InboxItemResponse From(Addressee mine, Envelope envelope) => new(
        mine.Id,
        envelope.SpaceId,
        new PostResponse(envelope.Kind, envelope.Id, new PostPlaceResponse(envelope.Place, envelope.PlaceId)),
        mine.ById,
        envelope.Subject,
        mine.Role,
        new WhyResponse(mine.Why, mine.WhyOfId),
        envelope.Urgency,
        envelope.OneOf,
        envelope.Effort,
        envelope.IfSilent,
        mine.AddressedAt,
        mine.DeliveredAt,
        mine.RespondBy,
        mine.State,
        mine.CommitAt,
        mine.Note,
        mine.DelegatedToId,
        mine.SnoozedUntil);
}
