using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Baton.Server.Tests.Support;

/// <summary>A person's open live feed.</summary>
internal sealed class Feed : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Stream _stream;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private Feed(Stream stream)
    {
        _stream = stream;
        _items = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
    }

    public string? LastEventId { get; private set; }

    public static async Task<Feed> Open(Cast person, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/live");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await person.Browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new Feed(await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The data of the next event, which must be of this type.</summary>
    public async Task<JsonElement> Next(string type)
    {
        Assert.True(await _items.MoveNextAsync().AsTask().WaitAsync(Patience), "The feed ended.");
        Assert.Equal(type, _items.Current.EventType);
        LastEventId = _items.Current.EventId;
        return JsonElement.Parse(_items.Current.Data);
    }

    /// <summary>True once the server has closed the feed.</summary>
    public async Task<bool> Ended() => !await _items.MoveNextAsync().AsTask().WaitAsync(Patience);

    public async ValueTask DisposeAsync() => await _stream.DisposeAsync();
}
