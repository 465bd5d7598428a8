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
    /// True from the moment the relay has ended it, though its last events may still be on their way.
    /// </summary>
    internal bool IsClosed { get; private set; }

    /// <summary>
    /// The spaces this feed carries, each with the instant before which its person may not look; touched only by the
    /// relay, under its lock.
    /// </summary>
    internal Dictionary<Guid, DateTime?> Spaces { get; } = [];

    /// <summary>
    /// Spaces left while the feed was still being opened; they stay closed whatever the opening query saw.
    /// </summary>
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

    /// <summary>Ends the feed with a <c>bye</c>.</summary>
    /// <param name="isCrowded">It had to make room for a newer one: its client should not come back at once.</param>
    internal void Close(bool isCrowded = false)
    {
        IsClosed = true;
        _queue.Writer.TryWrite(
            new SseItem<byte[]>(isCrowded ? """{"reason":"crowded"}"""u8.ToArray() : "{}"u8.ToArray(), "bye"));
        _queue.Writer.TryComplete();
    }
}
