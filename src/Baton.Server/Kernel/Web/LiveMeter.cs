using System.Diagnostics.Metrics;
using Baton.Server.Kernel.Streams;

namespace Baton.Server.Kernel.Web;

/// <summary>How many live feeds a node holds. A sum: never who.</summary>
internal sealed class LiveMeter : IHostedService
{
    public const string Name = "Baton";

    public LiveMeter(IMeterFactory meters, ChangeRelay relay) =>
        meters.Create(Name)
            .CreateObservableGauge("baton.live.feeds", () => relay.Listeners, description: "Open live feeds");

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
