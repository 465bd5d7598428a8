using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>The only door to push subscriptions. They are their person's; to others they do not exist.</summary>
public sealed class PushSubscriptionAccess(BatonDb db)
{
    /// <summary>Those whose session has not run out.</summary>
    public static IQueryable<PushSubscription> Live(BatonDb db, DateTime now) =>
        db.PushSubscriptions.Where(
            s => db.Sessions.Any(session => session.Id == s.SessionId && session.ExpiresAt > now));

    public IQueryable<PushSubscription> Mine(CurrentPerson me) =>
        db.PushSubscriptions.Where(s => s.PersonId == me.Id);

    /// <returns>Null for an id that nothing has yet.</returns>
    /// <exception cref="AppException">404 for one of somebody else.</exception>
    public async Task<PushSubscription?> ForWriting(CurrentPerson me, Guid subscriptionId, CancellationToken cancel)
    {
        var found = await db.PushSubscriptions.FirstOrDefaultAsync(s => s.Id == subscriptionId, cancel);
        return found is null || found.PersonId == me.Id ? found : throw AppException.NotFound("subscription");
    }
}
