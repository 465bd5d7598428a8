using System.Net.ServerSentEvents;
using System.Threading.Channels;

namespace Baton.Server.Kernel.Streams;

/// <summary>
/// One open live feed: a person in one session, all their spaces. Its queue is bounded; a reader who does not keep up
/// is closed and catches up by version, so that nobody else waits.
/// </summary>
public sealed class Listener(Guid personId, Guid sessionId, Action abort)
{
    private const int QueueLength = 512;

    private readonly Channel<SseItem<byte[]>> _queue = Channel.CreateBounded<SseItem<byte[]>>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    public Guid PersonId { get; } = personId;

    public Guid SessionId { get; } = sessionId;

    /// <summary>
    /// The spaces this feed carries, each with the instant before which its person may not look; touched only by the relay,
    /// under its lock.
    /// </summary>
    internal Dictionary<Guid, DateTime?> Spaces { get; } = [];

    /// <summary>Spaces left while the feed was still being opened; they stay closed whatever the opening query saw.</summary>
    internal HashSet<Guid> Left { get; } = [];

    public IAsyncEnumerable<SseItem<byte[]>> Read(CancellationToken cancel) => _queue.Reader.ReadAllAsync(cancel);

    /// <summary>Hands over one event without waiting; a full queue ends the feed.</summary>
    internal void Send(SseItem<byte[]> item)
    {
        if (!_queue.Writer.TryWrite(item) && _queue.Writer.TryComplete())
        {
            // The response may be stuck in a write that nobody reads; only an abort frees it.
            abort();
        }
    }

    internal void Close()
    {
        _queue.Writer.TryWrite(new SseItem<byte[]>("{}"u8.ToArray(), "bye"));
        _queue.Writer.TryComplete();
    }
}
