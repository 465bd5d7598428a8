using System.Net;
using System.Net.Sockets;
using System.Text;
using Baton.Server.Kernel.Web;
using Microsoft.Extensions.Options;

namespace Baton.Server.Kernel.Outside;

/// <summary>
/// The only way out to an address that somebody typed: http and https, to the public internet alone, whatever its name
/// stands for at the moment of the call and wherever it redirects to. Proxies are not asked, cookies not kept.
/// </summary>
public sealed class OutsideCalls : IDisposable
{
    private const int MaxRedirects = 5;

    /// <summary>For the whole call.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock;
    private readonly HashSet<string> _inner;
    private readonly HttpClient _client;

    public OutsideCalls(IOptions<BatonSettings> settings, TimeProvider clock)
    {
        _clock = clock;
        _inner = settings.Value.InnerHosts
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = Connect,
            MaxResponseHeadersLength = 32,
            // A name is looked up anew for each call.
            PooledConnectionLifetime = TimeSpan.Zero,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0;

    /// <summary>What stands at an address, as UTF-8.</summary>
    /// <exception cref="OutsideException">Whatever is wrong with it; see <see cref="OutsideFault"/>.</exception>
    public async Task<string> ReadText(Uri address, int maxBytes, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            using var response = await Follow(address, both.Token);
            return response.IsSuccessStatusCode
                ? await Read(response, maxBytes, both.Token)
                : throw new OutsideException(OutsideFault.Unreachable);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException
            || (failed is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new OutsideException(OutsideFault.Unreachable, failed);
        }
    }

    /// <summary>
    /// Whether something may be handed over there: by https, and not plainly to an address of an inner network. What a
    /// name stands for is looked at when it is called. Hosts that the settings name may be reached as they are.
    /// </summary>
    public bool MayPost(Uri address) => IsWeb(address)
        && (_inner.Contains(address.Host)
            || (address.Scheme == Uri.UriSchemeHttps
                && !address.IsLoopback
                && (!IPAddress.TryParse(address.DnsSafeHost, out var ip) || PublicAddresses.Contains(ip))));

    /// <summary>Hands something over. A redirect is an answer like any other: it is not followed.</summary>
    /// <exception cref="OutsideException">There was no answer, or the address may not be reached.</exception>
    public async Task<HttpResponseMessage> Post(HttpRequestMessage request, CancellationToken cancel)
    {
        if (request.RequestUri is not { } address || !MayPost(address))
        {
            throw new OutsideException(OutsideFault.Unreachable);
        }

        using var patience = new CancellationTokenSource(Patience, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException
            || (failed is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new OutsideException(OutsideFault.Unreachable, failed);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> Follow(Uri address, CancellationToken cancel)
    {
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            if (!IsWeb(address))
            {
                break;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.ParseAdd("Baton");
            var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } next)
            {
                return response;
            }

            response.Dispose();
            address = new Uri(address, next);
        }

        throw new OutsideException(OutsideFault.Unreachable);
    }

    // Here and not before: what a name stands for may be another address a moment later.
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(host, cancel);
        var allowed = _inner.Contains(host) ? addresses : [.. addresses.Where(PublicAddresses.Contains)];
        if (allowed.Length == 0)
        {
            throw new OutsideException(OutsideFault.Unreachable);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // What is announced may be a lie, so that it is counted.
    private static async Task<string> Read(HttpResponseMessage response, int maxBytes, CancellationToken cancel)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        var received = new byte[Math.Min(maxBytes, 64 * 1024)];
        var length = 0;
        for (int read; (read = await body.ReadAsync(received.AsMemory(length), cancel)) > 0;)
        {
            length += read;
            if (length == received.Length)
            {
                Array.Resize(ref received, length < maxBytes
                    ? Math.Min(maxBytes, length * 2)
                    : throw new OutsideException(OutsideFault.TooLarge));
            }
        }

        return Encoding.UTF8.GetString(received.AsSpan(0, length)).TrimStart('\uFEFF');
    }
}
