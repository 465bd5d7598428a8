using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>Takes back what I asked of somebody. Before their batch it leaves no trace there.</summary>
/// <exception cref="AppException">404 <c>ask-not-found</c>; 409 <c>ask-closed</c>.</exception>
public static class WithdrawAsk
{
    public static async Task<Ok<AskResponse>> Handle(
        Guid askId,
        CurrentPerson me,
        AskAccess asks,
        Acts acts,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (theirs, envelope) = await asks.ForSender(me, askId, cancel);
        if (theirs.State != AddresseeState.Withdrawn)
        {
            theirs.RequireOpen();
            theirs.End(AddresseeState.Withdrawn, clock.UtcNow());
            await acts.TellLater([(theirs, envelope)], Act.Withdrawn, me.Id, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(AskResponse.From(theirs));
    }
}
