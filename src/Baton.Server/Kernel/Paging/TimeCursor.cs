using Baton.Server.Kernel.Web;

namespace Baton.Server.Kernel.Paging;

/// <summary>Where a page ended in rows ordered by time, then id: rows that come or go meanwhile neither repeat nor hide others.</summary>
public sealed record TimeCursor(DateTime At, Guid Id)
{
    /// <summary>Null for none.</summary>
    /// <exception cref="AppException">400 for what is no cursor of ours.</exception>
    public static TimeCursor? Parse(string? cursor) =>
        Cursor.Read<long, Guid>(cursor) is var (ticks, id) ? new TimeCursor(Cursor.Instant(ticks), id) : null;

    public override string ToString() => Cursor.Of(At.Ticks, Id);
}
