using System.Net.ServerSentEvents;
using System.Threading.Channels;

namespace Baton.Server.Kernel.Streams;

/// <summary>
/// Carries committed changes to everyone who listens to their space, in order, from one place. Writers only enqueue:
/// nothing in a request waits for a listener.
/// </summary>
public sealed class ChangeRelay : BackgroundService
{
    private const int Remembered = 4096;

    // What was erased since must not come from here again.
    private static readonly TimeSpan RememberedFor = TimeSpan.FromHours(1);

    private readonly Channel<Change> _committed = Channel.CreateUnbounded<Change>(
        new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<Guid, HashSet<Listener>> _bySpace = [];
    private readonly Dictionary<Guid, List<Listener>> _byPerson = [];
    private readonly Queue<Relayed> _recent = new(Remembered);
    private readonly Lock _lock = new();
    private readonly VersionOrder _order;
    private readonly TimeProvider _clock;
    private readonly string _epoch;
    private readonly Dictionary<string, Action<Change, ChangeRelay>> _watchers;
    private long _sequence;

    public ChangeRelay(TimeProvider clock, IEnumerable<ChangeWatcher> watchers)
    {
        _clock = clock;
        _order = new VersionOrder(clock);
        _epoch = clock.GetUtcNow()
            .ToUnixTimeMilliseconds().ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        _watchers = watchers.GroupBy(w => w.Kind, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => (Action<Change, ChangeRelay>)Delegate.Combine([.. g.Select(w => w.Handle)])!,
            StringComparer.Ordinal);
    }

    /// <summary>How many live feeds are open; for metrics, never shown to a person.</summary>
    public int Listeners
    {
        get
        {
            lock (_lock)
            {
                return _byPerson.Sum(p => p.Value.Count);
            }
        }
    }

    /// <summary>The sessions, each with its person, that have a feed open here.</summary>
    public IReadOnlyCollection<(Guid PersonId, Guid SessionId)> Sessions()
    {
        lock (_lock)
        {
            return [.. _byPerson.Values.SelectMany(l => l).Select(l => (l.PersonId, l.SessionId)).Distinct()];
        }
    }

    /// <summary>Called after the commit, with the changes of one transaction.</summary>
    public void Publish(IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            _committed.Writer.TryWrite(change);
        }
    }

    /// <summary>
    /// Registers a feed before its spaces are looked up, so that no change can fall between the two. The oldest one
    /// makes room for it where its session or its person has too many: what somebody opens now is what they look at.
    /// </summary>
    public void Enter(Listener listener, int mostOfSession, int mostOfPerson)
    {
        lock (_lock)
        {
            var theirs = Of(_byPerson, listener.PersonId);
            MakeRoom(theirs.Where(l => l.SessionId == listener.SessionId), mostOfSession);
            MakeRoom(theirs, mostOfPerson);
            theirs.Add(listener);
        }
    }

    /// <summary>
    /// Opens the feed on these spaces (each with the instant before which the person may not look) and replays what
    /// came after <paramref name="lastEventId"/>, if that is still remembered.
    /// </summary>
    public void Open(
        Listener listener, IReadOnlyDictionary<Guid, DateTime?> spaces, SseItem<byte[]> hello, string? lastEventId)
    {
        lock (_lock)
        {
            foreach (var (space, from) in spaces.Where(s => !listener.Left.Contains(s.Key)))
            {
                Subscribe(listener, space, from);
            }

            listener.Send(hello);
            Forget();
            if (SequenceOf(lastEventId) is { } last)
            {
                foreach (var relayed in _recent.Where(r => r.Sequence > last && listener.Spaces.ContainsKey(r.SpaceId)))
                {
                    listener.Send(relayed.For(listener));
                }
            }
        }
    }

    public void Leave(Listener listener)
    {
        lock (_lock)
        {
            foreach (var space in listener.Spaces.Keys)
            {
                Drop(_bySpace, space, listener);
            }

            Drop(_byPerson, listener.PersonId, listener);
        }
    }

    /// <summary>From now on this person's feeds carry the space.</summary>
    /// <param name="from">Before it they may not look; null: everything.</param>
    public void Admit(Guid personId, Guid spaceId, DateTime? from) => ForEach(personId, listener =>
    {
        listener.Left.Remove(spaceId);
        Subscribe(listener, spaceId, from);
    });

    /// <summary>From now on this person's feeds no longer carry the space.</summary>
    public void Exclude(Guid personId, Guid spaceId) => ForEach(personId, listener =>
    {
        listener.Left.Add(spaceId);
        listener.Spaces.Remove(spaceId);
        Drop(_bySpace, spaceId, listener);
    });

    /// <summary>Ends the feeds of a session that was revoked, or all of a person's.</summary>
    public void Close(Guid personId, Guid? sessionId = null) => ForEach(personId, listener =>
    {
        if (sessionId is null || listener.SessionId == sessionId)
        {
            listener.Close();
        }
    });

    /// <summary>Ends every feed of this node: its clients come back and catch up.</summary>
    public void CloseAll()
    {
        lock (_lock)
        {
            foreach (var listener in _byPerson.Values.SelectMany(l => l))
            {
                listener.Close();
            }
        }
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        CloseAll();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await Next(stoppingToken))
        {
            while (_committed.Reader.TryRead(out var change))
            {
                foreach (var ready in _order.Pass(change))
                {
                    Relay(ready);
                }
            }

            foreach (var overdue in _order.GiveUp())
            {
                Relay(overdue);
            }
        }
    }

    /// <summary>Waits for news; no longer than a change that is held back may be.</summary>
    private async Task<bool> Next(CancellationToken stop)
    {
        if (!_order.IsHolding)
        {
            return await _committed.Reader.WaitToReadAsync(stop);
        }

        using var patience = new CancellationTokenSource(VersionOrder.Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            return await _committed.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return true;
        }
    }

    private void Relay(Change change)
    {
        lock (_lock)
        {
            var sequence = ++_sequence;
            var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_epoch}-{sequence}");
            var relayed = new Relayed(sequence, change.SpaceId, change.At, change.BeganAt, ChangeEvent.Of(change, id),
                ChangeEvent.Of(change.Withheld(), id));
            _recent.Enqueue(relayed);
            Forget();
            foreach (var listener in _bySpace.GetValueOrDefault(change.SpaceId) ?? [])
            {
                listener.Send(relayed.For(listener));
            }
        }

        // After the send: whoever is removed from a space still hears that, and nothing later.
        _watchers.GetValueOrDefault(change.Kind)?.Invoke(change, this);
    }

    private void Forget()
    {
        var since = _clock.UtcNow() - RememberedFor;
        while (_recent.TryPeek(out var oldest) && (_recent.Count > Remembered || oldest.At < since))
        {
            _recent.Dequeue();
        }
    }

    private long? SequenceOf(string? eventId)
    {
        var parts = eventId?.Split('-');
        if (parts is not [var epoch, var number] || epoch != _epoch
            || !long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var sequence))
        {
            return null;
        }

        // Too old: the hello tells the client how far behind it is, and it catches up by version.
        return _recent.TryPeek(out var oldest) && oldest.Sequence <= sequence + 1 ? sequence : null;
    }

    private void ForEach(Guid personId, Action<Listener> act)
    {
        lock (_lock)
        {
            foreach (var listener in _byPerson.GetValueOrDefault(personId) ?? [])
            {
                act(listener);
            }
        }
    }

    private void Subscribe(Listener listener, Guid spaceId, DateTime? from)
    {
        listener.Spaces[spaceId] = from;
        Of(_bySpace, spaceId).Add(listener);
    }

    /// <param name="listeners">The oldest first.</param>
    private static void MakeRoom(IEnumerable<Listener> listeners, int most)
    {
        var open = listeners.Where(l => !l.IsClosed).ToList();
        foreach (var oldest in open.Take(open.Count - most + 1))
        {
            oldest.Close(isCrowded: true);
        }
    }

    private static TListeners Of<TListeners>(Dictionary<Guid, TListeners> map, Guid key)
        where TListeners : new()
    {
        if (!map.TryGetValue(key, out var listeners))
        {
            map[key] = listeners = new TListeners();
        }

        return listeners;
    }

    private static void Drop<TListeners>(Dictionary<Guid, TListeners> map, Guid key, Listener listener)
        where TListeners : ICollection<Listener>
    {
        if (map.TryGetValue(key, out var listeners) && listeners.Remove(listener) && listeners.Count == 0)
        {
            map.Remove(key);
        }
    }
}
