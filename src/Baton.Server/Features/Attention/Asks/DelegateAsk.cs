using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Inbox;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Asks;

/// <param name="Note">What the next one should know; everybody who sees the post sees it.</param>
public sealed record DelegateAskRequest(
    Guid PersonId, [property: TextLimit(Addressee.MaxNoteLength)] string? Note = null);

/// <summary>Hands an ask on to somebody else who sees the post. They have it then, by their own calendar.</summary>
/// <exception cref="AppException">
/// 404 <c>ask-not-found</c>, <c>person-not-found</c>; 409 <c>ask-closed</c>, <c>ask-missing</c>, <c>ask-exists</c>,
/// <c>post-hidden</c>.
/// </exception>
public static class DelegateAsk
{
    public static async Task<Ok<InboxItemResponse>> Handle(
        Guid askId,
        DelegateAskRequest request,
        CurrentPerson me,
        AskAccess asks,
        Envelopes envelopes,
        Acts acts,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (mine, envelope) = await asks.ForAddressee(me, askId, cancel);
        if (mine.State != AddresseeState.Delegated || mine.DelegatedToId != request.PersonId)
        {
            if (request.PersonId == me.Id)
            {
                throw AppException.Invalid("personId", "You have it already. Whom do you hand it to?");
            }

            mine.Delegate(request.PersonId, request.Note, clock.UtcNow());
            if (envelope.TakenById == me.Id)
            {
                envelope.TakeBy(request.PersonId);
            }

            await envelopes.HandOn(mine, envelope, request.PersonId, cancel);
            await acts.Tell(mine, envelope, Act.Delegated, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }

    /// <summary>Takes it back, while the other one has not done anything about it.</summary>
    /// <exception cref="AppException">404 <c>ask-not-found</c>; 409 <c>ask-closed</c>, <c>ask-exists</c>.</exception>
    public static async Task<Ok<InboxItemResponse>> Undo(
        Guid askId,
        CurrentPerson me,
        AskAccess asks,
        Reopening reopening,
        Envelopes envelopes,
        Acts acts,
        BatonDb db,
        CancellationToken cancel)
    {
        var (mine, envelope) = await asks.ForAddressee(me, askId, cancel);
        if (mine.State == AddresseeState.Delegated)
        {
            var toId = mine.DelegatedToId!.Value;
            var theirs = await db.Addressees.FirstOrDefaultAsync(
                a => a.PostId == envelope.Id && a.PersonId == toId && a.WhyOfId == me.Id && a.Why == Why.Delegated
                    && (a.State == AddresseeState.Queued || a.State == AddresseeState.Delivered), cancel);
            if (theirs is null)
            {
                throw AppException.Conflict("ask-closed",
                    "They have begun with it. Ask them to hand it back.", AskResponse.From(mine));
            }

            await envelopes.Withdraw(envelope.Id, me.Id, [toId], cancel);
            if (envelope.TakenById == toId)
            {
                envelope.TakeBy(me.Id);
            }

            await reopening.Of(mine, envelope, cancel);
            await acts.Tell(mine, envelope, Act.Reopened, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }
}
