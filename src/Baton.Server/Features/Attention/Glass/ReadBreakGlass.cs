using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Glass;

/// <param name="Limit">In this calendar month of mine.</param>
/// <param name="NextAt">When there is some again; null while there is, and when there will be none.</param>
public sealed record AllowanceResponse(int Limit, int Left, DateTime? NextAt)
{
    internal static AllowanceResponse From(Allowance allowance) =>
        new(allowance.Limit, allowance.Left, allowance.NextAt);
}

/// <summary>One that reached me.</summary>
/// <param name="Id">The post's.</param>
/// <param name="Breaks">What its sender says breaks if it waits.</param>
/// <param name="VerdictUntil">Until when I may say what I think of it.</param>
public sealed record ReceivedBreakGlass(
    Guid Id,
    Guid SpaceId,
    Guid SenderId,
    GlassReason Reason,
    string Breaks,
    DateTime At,
    GlassVerdict? Verdict,
    DateTime VerdictUntil)
{
    internal static ReceivedBreakGlass From(BreakGlass glass) => new(
        glass.Id, glass.SpaceId, glass.SenderId, glass.Reason, glass.Breaks, glass.At, glass.Verdict,
        glass.VerdictUntil);
}

/// <summary>
/// Of the whole workspace in this month, without names. Fewer than five verdicts are not told apart: they would tell
/// who said what.
/// </summary>
public sealed record GlassCounts(int Sent, int? Right, int? CouldWait);

/// <param name="Received">Those I may still judge, newest first.</param>
/// <param name="Team">Null for guests, and in a workspace of fewer than five people.</param>
public sealed record BreakGlassResponse(
    AllowanceResponse Allowance, IReadOnlyList<ReceivedBreakGlass> Received, GlassCounts? Team);

/// <summary>What breaking the glass would cost me, what reached me by it, and how often it happens here.</summary>
public static class ReadBreakGlass
{
    /// <summary>Below, a number tells who it was (async.md, small-group guard): of people, and of verdicts.</summary>
    private const int Fewest = 5;

    private const int MostReceived = 50;

    public static async Task<Ok<BreakGlassResponse>> Handle(
        CurrentPerson me,
        GlassAccess glasses,
        GlassAllowances allowances,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var mine = await allowances.OfSender(me.Id, cancel);
        var received = await glasses.Mine(me).AsNoTracking().Where(g => g.VerdictUntil > now)
            .OrderByDescending(g => g.At).ThenByDescending(g => g.Id).Take(MostReceived).ToListAsync(cancel);
        var isTold = me.Role != WorkspaceRole.Guest
            && await db.People.CountAsync(p => p.LeftAt == null, cancel) >= Fewest;
        return TypedResults.Ok(new BreakGlassResponse(
            AllowanceResponse.From(mine),
            [.. received.Select(ReceivedBreakGlass.From)],
            isTold ? await Team(mine.Since, db, cancel) : null));
    }

    private static async Task<GlassCounts> Team(DateTime since, BatonDb db, CancellationToken cancel)
    {
        var verdicts = await db.BreakGlasses.Where(g => g.At >= since).GroupBy(g => g.Verdict)
            .Select(g => new { Verdict = g.Key, Count = g.Count() }).ToListAsync(cancel);
        var (right, couldWait) = (Of(GlassVerdict.Right), Of(GlassVerdict.CouldWait));
        var isTold = right + couldWait >= Fewest;
        return new GlassCounts(
            verdicts.Sum(v => v.Count), isTold ? right : null, isTold ? couldWait : null);

        int Of(GlassVerdict verdict) => verdicts.Where(v => v.Verdict == verdict).Sum(v => v.Count);
    }
}
