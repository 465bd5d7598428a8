using NodaTime;

namespace Baton.Server.Features.Attention.Glass;

/// <summary>
/// What a sender may send in a month after some of theirs were judged "could have waited" (docs/decisions/0019).
/// </summary>
internal static class Halving
{
    /// <summary>Nobody is held back for longer.</summary>
    public const int MaxMonths = 12;

    /// <summary>
    /// Each such verdict on one of a month halves what the next month allows, rounded down. Where less than one is
    /// left, it is one in so many months as the halves make: one a month becomes one in two months.
    /// </summary>
    /// <param name="limit">Of a month without any.</param>
    /// <param name="couldWait">The months in which those were sent, one for each verdict.</param>
    public static int Of(int limit, YearMonth month, IEnumerable<YearMonth> couldWait) => couldWait
        .Where(sent => sent < month)
        .GroupBy(sent => sent)
        .Select(sent => After(limit, sent.Count(), MonthsBetween(sent.Key, month)))
        .Append(limit)
        .Min();

    private static int After(int limit, int verdicts, int months)
    {
        var halves = 1 << Math.Min(verdicts, 16);
        var period = limit >= halves || limit == 0 ? 2 : Math.Min(MaxMonths, (halves + limit - 1) / limit);
        return months < period ? limit / halves : limit;
    }

    private static int MonthsBetween(YearMonth from, YearMonth until) =>
        (12 * (until.Year - from.Year)) + until.Month - from.Month;
}
