using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Baton.Server.Tests.Support;

/// <summary>
/// A mail server on a real socket that keeps what it gets (RFC 5321, as much of it as MailKit speaks).
/// </summary>
internal sealed class FakeSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly SemaphoreSlim _attempts = new(0);
    private readonly Task _accepting;

    public FakeSmtp()
    {
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Everything received, in order. A mail is here before the sender hears that it was taken.</summary>
    public List<MimeMessage> Received { get; } = [];

    /// <summary>While true every recipient is refused for now, as a busy server does.</summary>
    public bool Busy { get; set; }

    /// <summary>While true a mail is never answered, and nothing of it kept.</summary>
    public bool Mute { get; set; }

    /// <summary>The settings of a server that mails through this one.</summary>
    public Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["Smtp:Host"] = "127.0.0.1",
        ["Smtp:Port"] = ((IPEndPoint)_listener.LocalEndpoint)
            .Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Smtp:Tls"] = "false",
        ["Smtp:From"] = "baton@team.example",
    };

    /// <summary>Waits for one mail that has not been waited for, whoever sends it.</summary>
    public async Task Arrival() => Assert.True(await _arrivals.WaitAsync(TimeSpan.FromSeconds(10)), "No mail came.");

    /// <summary>Waits for somebody who wants to send while it is mute.</summary>
    public async Task Attempt() => Assert.True(await _attempts.WaitAsync(TimeSpan.FromSeconds(10)), "Nobody came.");

    /// <summary>The code behind the # of the link in the only mail so far.</summary>
    public string OnlyCode() => CodeIn(Assert.Single(Received));

    public static string CodeIn(MimeMessage mail) => mail.TextBody!.Split('#')[1].Split('\n')[0].Trim();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
        _arrivals.Dispose();
        _attempts.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        // Without it, every answer waits 40 ms for company.
        client.NoDelay = true;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false))
        {
            NewLine = "\r\n",
            AutoFlush = true,
        };
        await writer.WriteLineAsync("220 fake ESMTP");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteAsync("250-fake\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n");
                    break;
                case "MAIL" when Mute:
                    _attempts.Release();
                    break;
                case "RCPT" when Busy:
                    await writer.WriteLineAsync("451 later");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var mail = await ReadMail(reader);
                    lock (Received)
                    {
                        Received.Add(mail);
                    }

                    _arrivals.Release();
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private async Task<MimeMessage> ReadMail(StreamReader reader)
    {
        using var bytes = new MemoryStream();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            bytes.Write(Encoding.Latin1.GetBytes(
                (line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line) + "\r\n"));
        }

        bytes.Position = 0;
        return await MimeMessage.LoadAsync(bytes, _stop.Token);
    }
}
