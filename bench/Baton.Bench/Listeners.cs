using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Baton.Bench;

/// <summary>Many open live feeds. Each only searches what arrives for the ids it is told to expect.</summary>
public sealed class Listeners : IDisposable
{
    private readonly List<Socket> _sockets = [];
    private readonly List<Task> _readers = [];
    private readonly ConcurrentDictionary<string, Arrivals> _awaited = new(StringComparer.Ordinal);

    public Listeners(int count, int port, Team team)
    {
        for (var number = 0; number < count; number++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, port);
            socket.Send(Encoding.ASCII.GetBytes(
                $"GET /api/live HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: text/event-stream\r\nCookie: {team.CookieOf(number)}\r\n\r\n"));
            _sockets.Add(socket);
            var hello = new TaskCompletionSource();
            _readers.Add(Task.Run(() => Read(socket, hello)));
            if (!hello.Task.Wait(TimeSpan.FromSeconds(10)))
            {
                throw new BenchException($"Listener {number + 1} got no hello within 10 s.");
            }
        }
    }

    public int Count => _sockets.Count;

    /// <summary>Listen for a message id from now on; every listener's arrival is noted.</summary>
    public Arrivals Await(string id) => _awaited[id] = new Arrivals(Count);

    public void Dispose()
    {
        _sockets.ForEach(socket => socket.Dispose());
        Task.WaitAll([.. _readers]);
    }

    private async Task Read(Socket socket, TaskCompletionSource hello)
    {
        // An event of a message is about 1 KiB; what is left of an unfinished one stays in front of the buffer.
        var buffer = new byte[8 * 1024];
        var filled = 0;
        try
        {
            int got;
            while ((got = await socket.ReceiveAsync(buffer.AsMemory(filled))) > 0)
            {
                var now = Stopwatch.GetTimestamp();
                filled += got;
                var end = buffer.AsSpan(0, filled).LastIndexOf("\n\n"u8);
                if (end < 0)
                {
                    continue;
                }

                Note(buffer.AsSpan(0, end + 2), now, hello);
                buffer.AsSpan(end + 2, filled - end - 2).CopyTo(buffer);
                filled -= end + 2;
            }
        }
        catch (SocketException)
        {
            // Disposed while it waited.
        }
    }

    private void Note(ReadOnlySpan<byte> events, long now, TaskCompletionSource hello)
    {
        if (!hello.Task.IsCompleted && events.IndexOf("event: hello"u8) >= 0)
        {
            hello.SetResult();
        }

        const string Item = "\"itemId\":\"";
        for (int at; (at = events.IndexOf("\"itemId\":\""u8)) >= 0;)
        {
            var id = Encoding.ASCII.GetString(events.Slice(at + Item.Length, 36));
            if (_awaited.TryGetValue(id, out var arrivals))
            {
                arrivals.Note(now);
            }

            events = events[(at + Item.Length + 36)..];
        }
    }
}

/// <summary>When the last of all listeners got one message.</summary>
public sealed class Arrivals(int listeners)
{
    private readonly TaskCompletionSource<long> _last = new();
    private int _missing = listeners;

    public void Note(long now)
    {
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            _last.SetResult(now);
        }
    }

    /// <summary>The stopwatch's timestamp of the slowest receipt.</summary>
    public long Last(TimeSpan within) => _last.Task.Wait(within)
        ? _last.Task.GetAwaiter().GetResult()
        : throw new BenchException($"{_missing} listeners did not get a message within {within.TotalSeconds} s.");
}
