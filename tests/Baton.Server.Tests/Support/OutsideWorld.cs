using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Baton.Server.Tests.Support;

/// <summary>A web server somewhere else: on a real socket of this machine, under the name <c>localhost</c>.</summary>
internal sealed class OutsideWorld : IAsyncDisposable
{
    private readonly WebApplication _server;

    private OutsideWorld(WebApplication server) => _server = server;

    /// <summary>Settings of a Baton that may look into this machine by that name, and by no other.</summary>
    public static Dictionary<string, string> Allowed { get; } =
        new(StringComparer.Ordinal) { ["InnerHosts"] = "localhost" };

    /// <summary>What is answered at each path; a test may change it.</summary>
    public Dictionary<string, RequestDelegate> Pages { get; } = new(StringComparer.Ordinal);

    public static async Task<OutsideWorld> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var world = new OutsideWorld(builder.Build());
        world._server.Run(http => world.Pages.TryGetValue(http.Request.Path, out var page)
            ? page(http)
            : Task.FromResult(http.Response.StatusCode = 404));
        await world._server.StartAsync();
        return world;
    }

    public string At(string path, string host = "localhost") =>
        $"http://{host}:{new Uri(_server.Urls.Single()).Port}{path}";

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
