using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// Structured logs always; OpenTelemetry traces and metrics when <c>BATON_TELEMETRY</c> names an OTLP endpoint.
/// </summary>
public static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.Configure(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        // It writes every address as it is asked for, and that of a calendar's feed is a secret.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        // A person at a terminal reads sentences; everything else that reads logs wants fields.
        if (Console.IsOutputRedirected)
        {
            builder.Logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }

        if (builder.Configuration["Telemetry"] is { Length: > 0 } endpoint)
        {
            AddExport(builder.Services, new Uri(endpoint));
        }
    }

    private static void AddExport(IServiceCollection services, Uri endpoint) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("baton", serviceVersion: Build.Version))
        .WithTracing(traces => traces.AddAspNetCoreInstrumentation(
            options => options.Filter = http => !http.Request.Path.StartsWithSegments("/api/calendar-feeds")))
        .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation().AddMeter(LiveMeter.Name))
        .UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.Grpc, endpoint);
}
