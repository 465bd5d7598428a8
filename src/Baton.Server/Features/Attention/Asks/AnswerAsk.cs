using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Inbox;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>Says that it is done: answered, decided, reviewed. Also after it lapsed.</summary>
/// <exception cref="AppException">
/// 404 <c>ask-not-found</c>; 409 <c>ask-closed</c>, <c>ask-missing</c>, <c>ask-exists</c>.
/// </exception>
public static class AnswerAsk
{
    public static async Task<Ok<InboxItemResponse>> Handle(
        Guid askId,
        CurrentPerson me,
        AskAccess asks,
        Acts acts,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (mine, envelope) = await asks.ForAddressee(me, askId, cancel);
        if (mine.State != AddresseeState.Answered)
        {
            var now = clock.UtcNow();
            mine.Answer(now);
            if (envelope.OneOf && envelope.TakenById is null)
            {
                envelope.TakeBy(me.Id);
                await OneOfSeveral.Release(mine, envelope, acts, db, now, cancel);
            }

            await acts.Tell(mine, envelope, Act.Answered, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }

    /// <summary>It is not done after all; I have it again.</summary>
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
        if (mine.State == AddresseeState.Answered)
        {
            await reopening.Of(mine, envelope, cancel);
            await acts.Tell(mine, envelope, Act.Reopened, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }
}
