using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Data;

/// <summary>
/// Jobs of which there is one for a thing and a moment, however often it is asked for: their id is made of both.
/// </summary>
public static class Scheduling
{
    /// <summary>
    /// Sees to it that such a job runs after this transaction. One that runs at this moment has looked too early: its
    /// lease is taken from it, so that it is run once more.
    /// </summary>
    // The rows are one JSON array: thousands of parameters would cost more than the rows themselves.
    public static void Schedule(this BatonDb db, string kind, IEnumerable<(Guid Of, DateTime Due)> moments)
    {
        var some = moments.Distinct().ToList();
        if (some.Count == 0)
        {
            return;
        }

        if (db.Database.IsSqlite())
        {
            var rows = Json(some, kind, id => id.ToString().ToUpperInvariant(), "yyyy-MM-dd HH:mm:ss.FFFFFFF");
            db.Also($"""
                INSERT INTO jobs (id, kind, payload, due, attempts)
                SELECT value ->> 0, {kind}, value ->> 1, value ->> 2, 0 FROM json_each({rows}) WHERE true
                ON CONFLICT (id) DO UPDATE SET attempts = 0, leased_by = NULL, leased_until = NULL, dead_at = NULL
                """);
        }
        else
        {
            var rows = Json(some, kind, id => id.ToString(), "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'");
            db.Also($"""
                INSERT INTO jobs (id, kind, payload, due, attempts)
                SELECT CAST(one ->> 0 AS uuid), {kind}, one ->> 1, CAST(one ->> 2 AS timestamptz), 0
                FROM jsonb_array_elements(CAST({rows} AS jsonb)) AS one
                ON CONFLICT (id) DO UPDATE SET attempts = 0, leased_by = NULL, leased_until = NULL, dead_at = NULL
                """);
        }
    }

    private static string Json(
        IEnumerable<(Guid Of, DateTime Due)> moments, string kind, Func<Guid, string> id, string instant) =>
        JsonSerializer.Serialize(moments.Select(one => new[]
        {
            id(IdOf(kind, one.Of, one.Due)),
            one.Of.ToString(),
            one.Due.ToString(instant, CultureInfo.InvariantCulture),
        }));

    private static Guid IdOf(string kind, Guid of, DateTime due) => new(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{of}|{due.Ticks}")).AsSpan(0, 16));
}
