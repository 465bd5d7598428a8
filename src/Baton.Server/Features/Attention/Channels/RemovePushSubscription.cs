using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>That device hears of my batches no more.</summary>
/// <exception cref="AppException">404 <c>subscription-not-found</c>.</exception>
public static class RemovePushSubscription
{
    public static async Task<NoContent> Handle(
        Guid subscriptionId, CurrentPerson me, PushSubscriptionAccess subscriptions, BatonDb db,
        CancellationToken cancel)
    {
        var subscription = await subscriptions.ForWriting(me, subscriptionId, cancel)
            ?? throw AppException.NotFound("subscription");
        db.PushSubscriptions.Remove(subscription);
        await db.SaveChangesAsync(cancel);

        return TypedResults.NoContent();
    }
}
