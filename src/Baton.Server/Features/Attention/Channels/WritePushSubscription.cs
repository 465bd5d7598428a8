using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Outside;
using Baton.Server.Kernel.Push;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>As the browser's <c>PushSubscription.toJSON()</c> has it.</summary>
/// <param name="Endpoint">Of its push service, by https.</param>
/// <param name="P256dh">Its public key, base64url.</param>
/// <param name="Auth">Its secret, base64url.</param>
/// <param name="Device">What I call it; otherwise the browser and its system: "Firefox on Linux".</param>
public sealed record WritePushSubscriptionRequest(
    [property: Required, MaxLength(PushSubscription.MaxEndpointLength)] string Endpoint,
    [property: Required, MaxLength(100)] string P256dh,
    [property: Required, MaxLength(30)] string Auth,
    [property: TextLimit(PushSubscription.MaxDeviceLength)] string? Device = null);

/// <summary>
/// Has this browser hear of my batches, until I am signed out here. One that subscribes anew takes its own place.
/// </summary>
/// <exception cref="AppException">
/// 404 <c>subscription-not-found</c>; 409 <c>push-subscriptions-full</c>.
/// </exception>
public static class WritePushSubscription
{
    public static async Task<Ok<PushSubscriptionResponse>> Handle(
        [MadeId] Guid subscriptionId, WritePushSubscriptionRequest request, HttpContext http, CurrentPerson me,
        PushSubscriptionAccess subscriptions, OutsideCalls outside, BatonDb db, TimeProvider clock,
        CancellationToken cancel)
    {
        var subscription = await subscriptions.ForWriting(me, subscriptionId, cancel);
        var target = Read(request, outside);
        var others = await subscriptions.Mine(me).Where(s => s.Id != subscriptionId).ToListAsync(cancel);
        var before = others.Where(other => other.Endpoint == target.Endpoint.AbsoluteUri).ToList();
        if (others.Count - before.Count >= PushSubscription.MaxPerPerson)
        {
            throw AppException.Conflict("push-subscriptions-full",
                $"Up to {PushSubscription.MaxPerPerson} devices hear of your batches. Remove one first.");
        }

        db.PushSubscriptions.RemoveRange(before);
        if (subscription is null)
        {
            subscription = PushSubscription.Make(subscriptionId, me.Id, clock.UtcNow());
            db.PushSubscriptions.Add(subscription);
        }

        var device = request.Device ?? Device.Describe(http.Request.Headers.UserAgent);
        subscription.Lead(target, me.SessionId, device);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(PushSubscriptionResponse.From(subscription, me));
    }

    private static PushTarget Read(WritePushSubscriptionRequest request, OutsideCalls outside) => new(
        Uri.TryCreate(request.Endpoint, UriKind.Absolute, out var endpoint)
            && outside.MayPost(endpoint)
            && endpoint.AbsoluteUri.Length <= PushSubscription.MaxEndpointLength
            ? endpoint
            : throw AppException.Invalid("endpoint", "That is not the public address of a push service, by https."),
        PushTarget.ReadKey(request.P256dh) ?? throw AppException.Invalid("p256dh", "That is not a key of a browser."),
        PushTarget.ReadSecret(request.Auth) ?? throw AppException.Invalid("auth", "That is not a secret of 16 bytes."));
}
