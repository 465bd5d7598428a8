using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Baton.Server.Tests.Support;

/// <summary>A person's open live feed.</summary>
internal sealed class Feed : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Stream _stream;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private readonly Dictionary<Guid, long>? _known;

    private Feed(Stream stream, bool resumed)
    {
        _stream = stream;
        _known = resumed ? null : [];
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
        return new Feed(await response.Content.ReadAsStreamAsync(), resumed: lastEventId is not null);
    }

    /// <summary>
    /// The data of the next event, which must be of this type. What the hello counted already is passed over, as a
    /// client does: a change may be on its way to the listeners while one of them is being opened. A resumed feed is
    /// shown whole.
    /// </summary>
    public async Task<JsonElement> Next(string type)
    {
        while (true)
        {
            Assert.True(await _items.MoveNextAsync().AsTask().WaitAsync(Patience), "The feed ended.");
            Assert.Equal(type, _items.Current.EventType);
            LastEventId = _items.Current.EventId;
            var data = JsonElement.Parse(_items.Current.Data);
            if (!IsKnown(type, data))
            {
                return data;
            }
        }
    }

    /// <summary>True once the server has closed the feed.</summary>
    public async Task<bool> Ended() => !await _items.MoveNextAsync().AsTask().WaitAsync(Patience);

    private bool IsKnown(string type, JsonElement data)
    {
        if (type == "hello")
        {
            foreach (var space in data.GetProperty("spaces").EnumerateObject())
            {
                _known?[Guid.Parse(space.Name)] = space.Value.GetInt64();
            }
        }

        return type == "change"
            && _known?.GetValueOrDefault(data.Id("spaceId")) >= data.GetProperty("version").GetInt64();
    }

    public async ValueTask DisposeAsync() => await _stream.DisposeAsync();
}
