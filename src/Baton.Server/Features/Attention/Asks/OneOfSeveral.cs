using Baton.Server.Data;
using Baton.Server.Features.Attention.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>A post that asks any one of several: whoever has it, the others are free of it.</summary>
internal static class OneOfSeveral
{
    public static async Task Release(
        Addressee mine, Envelope envelope, Acts acts, BatonDb db, DateTime now, CancellationToken cancel)
    {
        var others = await db.Addressees
            .Where(a => a.PostId == envelope.Id && a.Id != mine.Id && a.ClosedAt == null && a.Role != AskRole.Know)
            .ToListAsync(cancel);
        others.ForEach(other => other.End(AddresseeState.Superseded, now));
        await acts.TellLater([.. others.Select(o => (o, envelope))], Act.Superseded, mine.PersonId, cancel);
    }

    /// <summary>Whoever had it does not any more.</summary>
    public static async Task AskAgain(
        Addressee mine, Envelope envelope, Reopening reopening, Acts acts, BatonDb db, CancellationToken cancel)
    {
        if (envelope.TakenById != mine.PersonId)
        {
            return;
        }

        envelope.TakeBy(null);
        var others = await db.Addressees
            .Where(a => a.PostId == envelope.Id && a.PersonId != mine.PersonId && a.State == AddresseeState.Superseded)
            .ToListAsync(cancel);
        var asked = await reopening.OfOthers(others, envelope, cancel);
        await acts.TellLater(asked, Act.Reopened, mine.PersonId, cancel);
    }
}
