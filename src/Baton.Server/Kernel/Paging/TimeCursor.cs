using Baton.Server.Kernel.Web;

namespace Baton.Server.Kernel.Paging;

/// <summary>
/// Where a page ended in rows ordered by time, then id: rows that come or go meanwhile neither repeat nor hide others.
/// </summary>
public sealed record TimeCursor(DateTime At, Guid Id)
{
    /// <summary>Null for none.</summary>
    /// <param name="field">What the caller calls it.</param>
    /// <exception cref="AppException">400 for what is no cursor of ours.</exception>
    public static TimeCursor? Parse(string? cursor, string field = "cursor") =>
        Cursor.Read<long, Guid>(cursor, field) is var (ticks, id)
            ? new TimeCursor(Cursor.Instant(ticks, field), id)
            : null;

    public override string ToString() => Cursor.Of(At.Ticks, Id);
}
