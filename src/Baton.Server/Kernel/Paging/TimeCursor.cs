using System.Globalization;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Kernel.Paging;

/// <summary>Where a page ended in rows ordered by time, then id: rows that come or go meanwhile neither repeat nor hide others.</summary>
public sealed record TimeCursor(DateTime At, Guid Id)
{
    /// <summary>Null for none.</summary>
    /// <exception cref="AppException">400 for what is no cursor of ours.</exception>
    public static TimeCursor? Parse(string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var parts = Cursor.Parts(cursor, 2);
        return long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            && Guid.TryParse(parts[1], out var id)
            ? new TimeCursor(new DateTime(ticks, DateTimeKind.Utc), id)
            : throw AppException.Invalid("cursor", "That cursor is not one of this list.");
    }

    public override string ToString() => Cursor.Of(At.Ticks, Id);
}
