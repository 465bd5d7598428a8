using Baton.Server.Kernel.Jobs;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>What proves that nothing was missed.</summary>
public static class LedgerEndpoints
{
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddDailyJob<RootDays>(RootDays.Kind)
        .AddDailyJob<Reconcile>(Reconcile.Kind);

    public static void MapLedger(this IEndpointRouteBuilder api)
    {
        var ledger = api.MapGroup("/ledger").WithTags("Attention");
        ledger.MapGet("/", ReadLedger.Handle);
        ledger.MapGet("/days", ListLedgerDays.Handle);
        ledger.MapGet("/closing", ReadClosing.Handle);
        api.MapGroup("/incidents").WithTags("Attention").MapGet("/", ListIncidents.Handle);
    }
}
