using Baton.Server.Kernel.Web;

namespace Baton.Server.Kernel.Streams;

/// <summary>
/// Applies the fields that a PATCH gives and collects the payload of its change: only the fields that are now
/// different, so that what others change meanwhile survives, and under <c>before</c> what they were, so that the
/// history can say it.
/// </summary>
public sealed class Patch(Guid id)
{
    private readonly Dictionary<string, object?> _fields = new(StringComparer.Ordinal) { ["id"] = id };
    private readonly Dictionary<string, object?> _before = new(StringComparer.Ordinal);

    public bool IsEmpty => _before.Count == 0;

    public IReadOnlyDictionary<string, object?> Fields => _fields;

    public IReadOnlyDictionary<string, object?> Before => _before;

    public object Payload => new Dictionary<string, object?>(_fields, StringComparer.Ordinal) { ["before"] = _before };

    /// <summary>True when the field was given and differs from what it was.</summary>
    public bool Set<T>(string field, Optional<T> given, Func<T> read, Action<T> write)
    {
        if (!given.Given)
        {
            return false;
        }

        var before = read();
        write(given.Value);
        if (EqualityComparer<T>.Default.Equals(before, read()))
        {
            return false;
        }

        _fields[field] = read();
        _before[field] = before;
        return true;
    }

    /// <summary>A field that follows from another one.</summary>
    public void Add(string field, object? value) => _fields[field] = value;
}
