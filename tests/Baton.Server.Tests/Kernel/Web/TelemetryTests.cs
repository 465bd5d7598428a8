using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Baton.Server.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Baton.Server.Tests.Kernel.Web;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_and_metrics_go_to_the_endpoint_that_is_set()
    {
        await using var collector = await Collector.Start();
        await using var app = await TestApp.Start(new Dictionary<string, string> { ["Telemetry"] = collector.Address });

        await app.Ben.Read($"/api/spaces/{app.Launch}");

        // A request ends a moment after its answer has come, and only what has ended is sent.
        await Eventually.True(
            () => Sent("TraceService/Export", "/api/spaces/{spaceId:guid}"), "The trace never came.");
        await Eventually.True(
            () => Sent("MetricsService/Export", "http.server.request.duration"), "The metric never came.");
        Assert.Contains("service.name\u0012\u0007\n\u0005baton", collector.Received("TraceService/Export"),
            StringComparison.Ordinal);

        bool Sent(string method, string words)
        {
            app.Services.GetRequiredService<TracerProvider>().ForceFlush();
            app.Services.GetRequiredService<MeterProvider>().ForceFlush();
            return collector.Received(method).Contains(words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_log_that_is_not_read_at_a_terminal_is_JSON_and_has_the_trace_that_the_answer_names()
    {
        var data = Directory.CreateTempSubdirectory("baton-test-").FullName;
        using var server = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "baton"),
            $"serve --listen=http://127.0.0.1:0 --data={data} --database= --Logging:LogLevel:Microsoft.AspNetCore.Authorization=Information")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var listening = await Line(server,
                log => log.Text("Message")!.StartsWith("Now listening on: ", StringComparison.Ordinal));
            using var stranger = new HttpClient(new SocketsHttpHandler())
            {
                BaseAddress = new Uri(listening.GetProperty("State").Text("address")!),
            };
            var refusal = await stranger.GetAsync(new Uri("/api/me", UriKind.Relative));
            var trace = JsonElement.Parse(await refusal.Content.ReadAsStringAsync()).Text("traceId")!;

            var refused = await Line(server,
                log => log.Text("Message")!.StartsWith("Authorization failed", StringComparison.Ordinal));
            Assert.Equal("Information", refused.Text("LogLevel"));
            Assert.Contains($"\"TraceId\":\"{trace}\"", refused.GetProperty("Scopes").GetRawText(),
                StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<JsonElement> Line(Process server, Func<JsonElement, bool> sought)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await server.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (JsonElement.Parse(line) is var log && sought(log))
            {
                return log;
            }
        }

        throw new InvalidOperationException("The server ended without having logged it.");
    }

    /// <summary>An OpenTelemetry collector: gRPC over HTTP/2 without TLS, which keeps what it gets.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> _received = [];
        private readonly WebApplication _app;

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(
                kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
            _app = builder.Build();
            _app.Run(Take);
        }

        public string Address => _app.Urls.Single();

        public static async Task<Collector> Start()
        {
            var collector = new Collector();
            await collector._app.StartAsync();
            return collector;
        }

        /// <summary>All that was sent to one of its methods, each byte a character.</summary>
        public string Received(string method) =>
            string.Concat(_received.Where(r => r.Path.EndsWith(method, StringComparison.Ordinal)).Select(r => r.Body));

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task Take(HttpContext call)
        {
            using var body = new MemoryStream();
            await call.Request.Body.CopyToAsync(body);
            _received.Enqueue((call.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
            call.Response.ContentType = "application/grpc";
            call.Response.AppendTrailer("grpc-status", "0");
            // An empty message.
            await call.Response.Body.WriteAsync(new byte[5]);
        }
    }
}
