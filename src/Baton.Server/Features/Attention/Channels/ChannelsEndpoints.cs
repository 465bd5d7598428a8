using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Push;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>How somebody hears of a batch while they have no page of Baton open.</summary>
public static class ChannelsEndpoints
{
    public static IServiceCollection AddChannels(this IServiceCollection services) => services
        .AddScoped<ChannelPlans>()
        .AddScoped<Dispatches>()
        .AddScoped<WaitingAsks>()
        .AddScoped<PushKeys>()
        .AddScoped<PushSubscriptionAccess>()
        .AddSingleton<PushSender>()
        .AddOutsideJob<PushBatch>(PushBatch.Kind)
        .AddOutsideJob<MailDigest>(MailDigest.Kind);

    public static void MapChannels(this IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Attention");
        me.MapGet("/channels", ReadChannels.Handle);
        me.MapGet("/notice", ReadNotice.Handle);
        me.MapPut("/channels/mail", WantDigest.Handle);
        me.MapPut("/push-subscriptions/{subscriptionId:guid}", WritePushSubscription.Handle);
        me.MapDelete("/push-subscriptions/{subscriptionId:guid}", RemovePushSubscription.Handle);
        api.MapGroup("/push").WithTags("Attention").MapGet("/key", ReadPushKey.Handle);
    }
}
