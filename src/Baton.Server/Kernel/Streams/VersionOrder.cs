namespace Baton.Server.Kernel.Streams;

/// <summary>
/// Puts committed changes back into the order of their versions. On PostgreSQL several commit at the same moment and
/// their news may overtake one another; a listener would see a gap and ask for what is already on its way.
/// </summary>
internal sealed class VersionOrder(TimeProvider clock)
{
    /// <summary>
    /// How long a change waits for those before it. After that the gap is shown, and listeners ask by version.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<Guid, long> _passed = [];
    private readonly Dictionary<Guid, SortedDictionary<long, (Change Change, DateTime Since)>> _held = [];

    public bool IsHolding => _held.Count > 0;

    /// <summary>
    /// What may go on now that this change has come: nothing, itself, or itself and those that waited for it.
    /// </summary>
    public IReadOnlyList<Change> Pass(Change change)
    {
        var isNext = !_passed.TryGetValue(change.SpaceId, out var passed) || change.Version <= passed + 1;
        if (isNext)
        {
            _passed[change.SpaceId] = Math.Max(passed, change.Version);
            return [change, .. Follow(change.SpaceId)];
        }

        if (!_held.TryGetValue(change.SpaceId, out var held))
        {
            _held[change.SpaceId] = held = [];
        }

        held[change.Version] = (change, clock.UtcNow());
        return [];
    }

    /// <summary>What has waited for too long, and what follows it without another gap.</summary>
    public IReadOnlyList<Change> GiveUp()
    {
        var overdue = new List<Change>();
        foreach (var (space, held) in _held.Where(h => clock.UtcNow() - h.Value.First().Value.Since >= Patience)
            .ToList())
        {
            _passed[space] = held.First().Key - 1;
            overdue.AddRange(Follow(space));
        }

        return overdue;
    }

    private List<Change> Follow(Guid space)
    {
        var following = new List<Change>();
        if (_held.TryGetValue(space, out var held))
        {
            while (held.Count > 0 && held.First().Key <= _passed[space] + 1)
            {
                var (version, (change, _)) = held.First();
                held.Remove(version);
                _passed[space] = Math.Max(_passed[space], version);
                following.Add(change);
            }

            if (held.Count == 0)
            {
                _held.Remove(space);
            }
        }

        return following;
    }
}
