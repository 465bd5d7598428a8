using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Inbox;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Asks;

/// <param name="Reason">Shown to everybody who sees the post; may be left out.</param>
public sealed record DeclineAskRequest([property: TextLimit(Addressee.MaxNoteLength)] string? Reason = null);

/// <summary>Says that I will not do it, or that it is not mine to do. Nothing shameful: now the sender knows.</summary>
/// <exception cref="AppException">
/// 404 <c>ask-not-found</c>; 409 <c>ask-closed</c>, <c>ask-missing</c>, <c>ask-exists</c>.
/// </exception>
public static class DeclineAsk
{
    public static async Task<Ok<InboxItemResponse>> Handle(
        Guid askId,
        DeclineAskRequest request,
        CurrentPerson me,
        AskAccess asks,
        Reopening reopening,
        Acts acts,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (mine, envelope) = await asks.ForAddressee(me, askId, cancel);
        if (mine.State != AddresseeState.Declined)
        {
            mine.Decline(request.Reason, clock.UtcNow());
            await OneOfSeveral.AskAgain(mine, envelope, reopening, acts, db, cancel);
            await acts.Tell(mine, envelope, Act.Declined, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }

    /// <summary>I have it again.</summary>
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
        if (mine.State == AddresseeState.Declined)
        {
            await reopening.Of(mine, envelope, cancel);
            await acts.Tell(mine, envelope, Act.Reopened, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }
}
