using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Inbox;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Asks;

/// <param name="At">Until when it will be done; null leaves it open.</param>
public sealed record TakeAskRequest(DateTime? At = null);

/// <summary>
/// Says that I will do it, and until when. Of one that any of several may take, it is mine alone from then on.
/// </summary>
/// <exception cref="AppException">404 <c>ask-not-found</c>; 409 <c>ask-closed</c>, <c>ask-missing</c>.</exception>
public static class TakeAsk
{
    public static async Task<Ok<InboxItemResponse>> Handle(
        Guid askId,
        TakeAskRequest request,
        CurrentPerson me,
        AskAccess asks,
        Acts acts,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (mine, envelope) = await asks.ForAddressee(me, askId, cancel);
        if (mine.State != AddresseeState.Taken || mine.CommitAt != request.At)
        {
            var now = clock.UtcNow();
            mine.Take(request.At, now);
            if (envelope.OneOf && envelope.TakenById is null)
            {
                envelope.TakeBy(me.Id);
                await OneOfSeveral.Release(mine, envelope, acts, db, now, cancel);
            }

            await acts.Tell(mine, envelope, Act.Taken, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }

    /// <summary>
    /// Gives it back: I have it still, and have promised nothing. Of one of several, all are asked again.
    /// </summary>
    public static async Task<Ok<InboxItemResponse>> Undo(
        Guid askId,
        CurrentPerson me,
        AskAccess asks,
        Reopening reopening,
        Acts acts,
        BatonDb db,
        CancellationToken cancel)
    {
        var (mine, envelope) = await asks.ForAddressee(me, askId, cancel);
        if (mine.State == AddresseeState.Taken)
        {
            mine.GiveBack();
            await OneOfSeveral.AskAgain(mine, envelope, reopening, acts, db, cancel);
            await acts.Tell(mine, envelope, Act.GivenBack, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }
}
