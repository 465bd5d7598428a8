using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Inbox;

/// <param name="Ids">Of what is only to be known; what is closed or not mine is left alone.</param>
public sealed record LetGoRequest([property: MaxLength(LetGo.MaxAtOnce)] IReadOnlyList<Guid> Ids);

/// <summary>Takes what is only to be known out of the inbox. Nobody else learns of it.</summary>
/// <exception cref="AppException">
/// 404 <c>ask-not-found</c>; 409 <c>ask-open</c>, <c>ask-closed</c>, <c>ask-exists</c>.
/// </exception>
public static class LetGo
{
    public const int MaxAtOnce = 200;

    public static async Task<Ok<InboxItemResponse>> One(
        Guid askId,
        CurrentPerson me,
        AskAccess asks,
        Acts acts,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var (mine, envelope) = await asks.ForAddressee(me, askId, cancel);
        if (mine.IsOpen)
        {
            mine.LetGo(clock.UtcNow());
            await acts.Tell(mine, envelope, Act.LetGo, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }

    /// <summary>A bundle at once.</summary>
    public static async Task<NoContent> Several(
        LetGoRequest request,
        CurrentPerson me,
        AskAccess asks,
        Acts acts,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var found = await asks.ForAddressee(me, request.Ids, cancel);
        var open = found.Where(f => f.Mine is { IsOpen: true, IsAsk: false }).ToList();
        open.ForEach(one => one.Mine.LetGo(clock.UtcNow()));
        await acts.Tell(me.Id, open, Act.LetGo, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    /// <summary>Brings it back into the inbox.</summary>
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
        if (mine.State == AddresseeState.LetGo)
        {
            await reopening.Of(mine, envelope, cancel);
            await acts.Tell(mine, envelope, Act.Reopened, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(InboxItemResponse.From(mine, envelope));
    }
}
