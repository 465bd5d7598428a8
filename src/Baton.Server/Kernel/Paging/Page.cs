using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Kernel.Paging;

/// <param name="Next">Asks for what follows, as <c>?cursor=</c>; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>How many items a page has.</summary>
public static class Page
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;
}

/// <summary>Where a page ended. Opaque to the caller, so that what it holds may change.</summary>
public static class Cursor
{
    private const string Usual = "cursor";

    /// <summary>Only the last part may hold a bar.</summary>
    public static string Of(params ReadOnlySpan<object> parts)
    {
        var texts = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            texts.Add(Convert.ToString(part, CultureInfo.InvariantCulture)!);
        }

        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('|', texts)));
    }

    /// <summary>The number that a cursor of one part holds; null for the first page.</summary>
    /// <exception cref="AppException">400 for what is no cursor of ours.</exception>
    public static long? Number(string? cursor) => string.IsNullOrEmpty(cursor) ? null : Part<long>(Parts(cursor, 1)[0]);

    /// <summary>The two parts of a cursor; null for the first page.</summary>
    /// <param name="field">What the caller calls it.</param>
    /// <exception cref="AppException">400 for what is no cursor of ours.</exception>
    public static (T1, T2)? Read<T1, T2>(string? cursor, string field = Usual)
        where T1 : IParsable<T1>
        where T2 : IParsable<T2>
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        var parts = Parts(cursor, 2, field);
        return (Part<T1>(parts[0], field), Part<T2>(parts[1], field));
    }

    /// <summary>As above, of three.</summary>
    public static (T1, T2, T3)? Read<T1, T2, T3>(string? cursor)
        where T1 : IParsable<T1>
        where T2 : IParsable<T2>
        where T3 : IParsable<T3>
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        var parts = Parts(cursor, 3);
        return (Part<T1>(parts[0]), Part<T2>(parts[1]), Part<T3>(parts[2]));
    }

    /// <summary>The instant that a cursor keeps as its ticks.</summary>
    /// <exception cref="AppException">400 for what is no cursor of ours.</exception>
    public static DateTime Instant(long ticks, string field = Usual) =>
        ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : throw Wrong(field);

    private static string[] Parts(string cursor, int count, string field = Usual)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|', count);
            return parts.Length == count ? parts : throw Wrong(field);
        }
        catch (FormatException)
        {
            throw Wrong(field);
        }
    }

    private static T Part<T>(string text, string field = Usual)
        where T : IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var part) ? part : throw Wrong(field);

    private static AppException Wrong(string field) =>
        AppException.Invalid(field, "That cursor is not one of this list.");
}
