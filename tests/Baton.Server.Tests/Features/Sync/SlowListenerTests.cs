using System.Net.Sockets;
using System.Text;
using Baton.Server.Kernel.Streams;
using Baton.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Sync;

public sealed class SlowListenerTests
{
    private const int Changes = 2000;
    private const int AtOnce = 100;

    private static readonly string Large = new('x', 20_000);

    [Fact]
    public async Task Who_stops_reading_delays_nobody_and_is_closed()
    {
        await using var app = await TestApp.StartOnSocket();
        using var stalled = await Stall(app);
        await using var mei = await Feed.Open(app.Mei);
        await using var gus = await Feed.Open(app.Gus);
        await mei.Next("hello");
        await gus.Next("hello");
        var relay = app.Services.GetRequiredService<ChangeRelay>();
        Assert.Equal(3, relay.Listeners);

        var version = await app.Ada.Version(app.Launch);
        for (var posted = 0; posted < Changes; posted += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Announce(app)));
            for (var i = 1; i <= AtOnce; i++)
            {
                Assert.Equal(version + posted + i, (await mei.Next("change")).GetProperty("version").GetInt64());
                Assert.Equal(version + posted + i, (await gus.Next("change")).GetProperty("version").GetInt64());
            }
        }

        await Eventually.True(() => relay.Listeners == 2, "The stalled listener is still being fed.");
        Assert.True(await Ended(stalled), "The stalled listener's connection is still open.");
    }

    /// <summary>
    /// A listener that takes the head of the answer, and then nothing more, with little room for what is on its way.
    /// </summary>
    private static async Task<Socket> Stall(TestApp app)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        var server = app.ClientOptions.BaseAddress;
        await socket.ConnectAsync(server.Host, server.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /api/live HTTP/1.1\r\nHost: {server.Authority}\r\nCookie: {await SignedIn.Cookie(app, app.Ben)}\r\n\r\n"));
        var head = new List<byte>();
        var one = new byte[1];
        while (!Encoding.ASCII.GetString([.. head]).EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            Assert.Equal(1, await socket.ReceiveAsync(one));
            head.Add(one[0]);
        }

        Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString([.. head]), StringComparison.Ordinal);
        return socket;
    }

    private static Task<int> Announce(TestApp app) => app.InDb(db =>
    {
        db.Announce(app.Launch, "space.changed", app.Launch, app.Ada.Id, new { Id = app.Launch, Description = Large });
        return db.SaveChangesAsync();
    });

    /// <summary>True when what is left to read has an end.</summary>
    private static async Task<bool> Ended(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        var received = 0L;
        try
        {
            for (int read; (read = await socket.ReceiveAsync(buffer).WaitAsync(TimeSpan.FromSeconds(10))) > 0;)
            {
                received += read;
            }
        }
        catch (SocketException)
        {
            // Cut off in the middle, as it should be.
        }

        return received < (long)Changes * Large.Length;
    }
}
