using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Glass;

public sealed record JudgeBreakGlassRequest([property: Required] GlassVerdict? Verdict);

/// <summary>Says whether it was right to reach me, or could have waited; for two of my working days.</summary>
/// <exception cref="AppException">404 <c>glass-not-found</c>; 409 <c>verdict-late</c>.</exception>
public static class JudgeBreakGlass
{
    public static async Task<Ok<ReceivedBreakGlass>> Handle(
        Guid glassId,
        JudgeBreakGlassRequest request,
        CurrentPerson me,
        GlassAccess glasses,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var glass = await glasses.ForJudging(me, glassId, cancel);
        if (glass.Verdict != request.Verdict)
        {
            if (glass.VerdictUntil <= clock.UtcNow())
            {
                throw AppException.Conflict("verdict-late",
                    "The two working days for that are over.", ReceivedBreakGlass.From(glass));
            }

            glass.Judge(request.Verdict!.Value, clock.UtcNow());
            var personal = (await me.Load(cancel)).PersonalSpaceId;
            db.Announce(personal, "glass.judged", glass.Id, me.Id, new { glass.Id, glass.Verdict });
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(ReceivedBreakGlass.From(glass));
    }
}
