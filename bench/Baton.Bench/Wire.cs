using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Baton.Bench;

/// <summary>An answer of the server; the body is valid until the next request on the same wire.</summary>
public readonly record struct Answer(int Status, string Head, ReadOnlyMemory<byte> Body)
{
    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name)
    {
        var at = Head.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var from = at + name.Length + 4;
        return Head[from..Head.IndexOf('\r', from)];
    }
}

/// <summary>
/// One keep-alive HTTP/1.1 connection by hand, blocking. HttpClient costs more processor time per request than the
/// server spends on it; on two shared cores that would measure the client.
/// </summary>
public sealed class Wire : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
    };
    private readonly string _heads;
    private byte[] _buffer = new byte[64 * 1024];
    private int _filled;

    public Wire(int port, string? cookie)
    {
        _socket.Connect(IPAddress.Loopback, port);
        _heads = $" HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: http://localhost:{port}\r\n"
            + (cookie is null ? "" : $"Cookie: {cookie}\r\n");
    }

    public Answer Get(string path, string? more = null) => Send("GET", path, "", more);

    public Answer Send(string method, string path, string json, string? more = null)
    {
        var body = json.Length == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture,
                $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n");
        _socket.Send(Encoding.UTF8.GetBytes($"{method} {path}{_heads}{more}{body}\r\n{json}"));
        return Receive();
    }

    public void Dispose() => _socket.Dispose();

    private Answer Receive()
    {
        _filled = 0;
        int headEnds;
        while ((headEnds = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            Fill();
        }

        var head = Encoding.ASCII.GetString(_buffer, 0, headEnds + 2);
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var bodyAt = headEnds + 4;
        var answer = new Answer(status, head, default);

        if (answer.Header("Content-Length") is { } length)
        {
            var end = bodyAt + int.Parse(length, CultureInfo.InvariantCulture);
            while (_filled < end)
            {
                Fill();
            }

            return answer with { Body = _buffer.AsMemory(bodyAt, end - bodyAt) };
        }

        return answer.Header("Transfer-Encoding") is null
            ? answer
            : answer with { Body = ReceiveChunks(bodyAt) };
    }

    // Joins the chunks in place: a chunk's content always moves towards the front.
    private ReadOnlyMemory<byte> ReceiveChunks(int bodyAt)
    {
        var (read, joined) = (bodyAt, bodyAt);
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(read, _filled - read).IndexOf("\r\n"u8)) < 0)
            {
                Fill();
            }

            var size = int.Parse(Encoding.ASCII.GetString(_buffer, read, line), NumberStyles.HexNumber,
                CultureInfo.InvariantCulture);
            var content = read + line + 2;
            while (_filled < content + size + 2)
            {
                Fill();
            }

            if (size == 0)
            {
                return _buffer.AsMemory(bodyAt, joined - bodyAt);
            }

            _buffer.AsSpan(content, size).CopyTo(_buffer.AsSpan(joined));
            joined += size;
            read = content + size + 2;
        }
    }

    private void Fill()
    {
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var got = _socket.Receive(_buffer, _filled, _buffer.Length - _filled, SocketFlags.None);
        _filled += got == 0 ? throw new BenchException("The server closed the connection.") : got;
    }
}
