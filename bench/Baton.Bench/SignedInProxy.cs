using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Baton.Bench;

/// <summary>
/// Stands between a browser and the server, adds a session's cookie to each request and remembers what was asked for: a
/// browser is signed in and watched without driving it.
/// </summary>
public sealed class SignedInProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly int _server;
    private readonly string _cookie;

    public SignedInProxy(int server, string cookie)
    {
        _server = server;
        _cookie = cookie;
        _listener.Start();
        _ = Task.Run(Accept);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The paths that the page's parts were asked for by so far, each once, in that order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked.Distinct(StringComparer.Ordinal)];

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => Pass(browser));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // Disposed while it waited.
        }
    }

    // One request per connection: the server is asked to close, so the end of its answer is the end of the stream.
    private async Task Pass(TcpClient browser)
    {
        try
        {
            using (browser)
            using (var server = new TcpClient())
            {
                await server.ConnectAsync(IPAddress.Loopback, _server);
                var (up, down) = (server.GetStream(), browser.GetStream());
                var buffer = new byte[64 * 1024];
                var filled = 0;
                int end;
                while ((end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
                {
                    var got = await down.ReadAsync(buffer.AsMemory(filled));
                    if (got == 0)
                    {
                        return;
                    }

                    filled += got;
                }

                var lines = Encoding.ASCII.GetString(buffer, 0, end).Split("\r\n");
                // What has no destination in the page is asked for by its worker, which keeps the rest of the client
                // for later.
                if (!lines.Contains("Sec-Fetch-Dest: empty", StringComparer.OrdinalIgnoreCase))
                {
                    _asked.Enqueue(lines[0].Split(' ')[1]);
                }

                var kept = lines.Where(line => !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase)
                    && !line.StartsWith("Cookie:", StringComparison.OrdinalIgnoreCase));
                await up.WriteAsync(Encoding.ASCII.GetBytes(
                    $"{string.Join("\r\n", kept)}\r\nCookie: {_cookie}\r\nConnection: close\r\n\r\n"));
                await up.WriteAsync(buffer.AsMemory(end + 4, filled - end - 4));
                _ = down.CopyToAsync(up);
                await up.CopyToAsync(down);
            }
        }
        catch (IOException)
        {
            // The browser went away.
        }
    }
}
