namespace Baton.Server.Kernel.Streams;

/// <summary>
/// What a feature does on this node when a change of one kind has been committed. In memory only; lasting work is a
/// job.
/// </summary>
public sealed record ChangeWatcher(string Kind, Action<Change, ChangeRelay> Handle);
