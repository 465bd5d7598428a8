namespace Baton.Server.Features.Attention.Horizon;

/// <summary>
/// When somebody can be expected to answer: made at each reading from what they planned, and written down nowhere. It
/// tells by which clock they live, and nothing of whether they are there or what they do at this moment.
/// </summary>
/// <param name="Zone">Where their calendar has them today; on a journey not that of their profile.</param>
/// <param name="HoursAssumed">They have not said when they work.</param>
/// <param name="Next">Their working window that is now, else the next; null: none is in sight.</param>
/// <param name="Windows">Their working windows from a day ago until two days ahead.</param>
/// <param name="Away">Null for whoever is not on leave.</param>
/// <param name="Status">What they want others to know today, in their own words.</param>
/// <param name="Answers">
/// How soon three of four asks are usually taken or answered; null unless they agreed to show it, and for too few asks.
/// </param>
public sealed record AvailabilityResponse(
    Guid PersonId,
    string Zone,
    bool HoursAssumed,
    WindowResponse? Next,
    IReadOnlyList<WindowResponse> Windows,
    AwayResponse? Away,
    string? Status,
    UsualAnswer? Answers);

/// <param name="Until">Null: no end is in sight.</param>
public sealed record WindowResponse(DateTime From, DateTime? Until);

/// <param name="Until">When they work again; null: not in sight.</param>
/// <param name="SubstituteId">Who stands in, if the reader may see them.</param>
public sealed record AwayResponse(AwayReason Reason, DateTime? Until, Guid? SubstituteId);

/// <summary>As much as anybody needs to know of why.</summary>
public enum AwayReason
{
    Leave,
}
