using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Features.Attention.Glass;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>An ask as a channel tells of it.</summary>
/// <param name="ByName">Who asks.</param>
public sealed record OpenAsk(
    string Subject, string ByName, AskRole Role, DateTime? RespondBy, PostKind Kind, Guid PostId);

/// <summary>An attempt that is being made, with leave to make it.</summary>
/// <param name="Asks">What is open, the soonest due first; never empty.</param>
/// <param name="Glass">Why it cannot wait; null of what comes within their hours.</param>
public sealed record Dispatch(
    ChannelAttempt Attempt,
    DeliveryPermit Permit,
    PersonCalendar Calendar,
    IReadOnlyList<OpenAsk> Asks,
    BreakGlass? Glass);
