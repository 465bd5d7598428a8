using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>The statements of <see cref="LedgerBook"/>; each takes any number of rows as one JSON array.</summary>
internal sealed class LedgerSql
{
    private const string Columns =
        "person_id, number, item_id, act, state, at, by_id, due, content_hash, previous_hash, hash";

    private static readonly LedgerSql Sqlite = new()
    {
        Lock = """
            INSERT INTO ledger_heads (person_id, number) SELECT value, 0 FROM json_each(@people) WHERE true
            ON CONFLICT DO NOTHING;
            SELECT person_id, number, hash FROM ledger_heads
            WHERE person_id IN (SELECT value FROM json_each(@people))
            """,
        Append = $"""
            INSERT INTO ledger_entries ({Columns})
            SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
                value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10
            FROM json_each(@entries);
            UPDATE ledger_heads SET number = ended.value ->> 1, hash = ended.value ->> 2
            FROM json_each(@heads) AS ended WHERE person_id = ended.value ->> 0
            """,
        // As the provider writes a DateTime.
        Instant = "yyyy-MM-dd HH:mm:ss.FFF",
    };

    private static readonly LedgerSql Postgres = new()
    {
        Lock = """
            INSERT INTO ledger_heads (person_id, number)
            SELECT CAST(id AS uuid), 0 FROM jsonb_array_elements_text(CAST(@people AS jsonb)) AS id ORDER BY 1
            ON CONFLICT DO NOTHING;
            SELECT person_id, number, hash FROM ledger_heads
            WHERE person_id IN (SELECT CAST(id AS uuid) FROM jsonb_array_elements_text(CAST(@people AS jsonb)) AS id)
            ORDER BY person_id FOR UPDATE
            """,
        Append = $"""
            INSERT INTO ledger_entries ({Columns})
            SELECT CAST(r ->> 0 AS uuid), CAST(r ->> 1 AS bigint), CAST(r ->> 2 AS uuid), r ->> 3, r ->> 4,
                CAST(r ->> 5 AS timestamptz), CAST(r ->> 6 AS uuid), CAST(r ->> 7 AS timestamptz),
                r ->> 8, r ->> 9, r ->> 10
            FROM jsonb_array_elements(CAST(@entries AS jsonb)) AS r;
            UPDATE ledger_heads SET number = CAST(ended ->> 1 AS bigint), hash = ended ->> 2
            FROM jsonb_array_elements(CAST(@heads AS jsonb)) AS ended WHERE person_id = CAST(ended ->> 0 AS uuid)
            """,
        Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
    };

    private LedgerSql()
    {
    }

    /// <summary>Makes the chains that have not begun, locks all that are named and answers where they end.</summary>
    public required string Lock { get; init; }

    public required string Append { get; init; }

    /// <summary>The form of an instant in a row.</summary>
    public required string Instant { get; init; }

    public static LedgerSql For(DbConnection connection) => connection is NpgsqlConnection ? Postgres : Sqlite;

    /// <summary>As SQLite keeps an id, where it is text; the other reads any form.</summary>
    public static string Id(Guid id) => id.ToString().ToUpperInvariant();

    /// <summary>In the order of the columns.</summary>
    public JsonNode Row(LedgerEntry entry) => new JsonArray(
        Id(entry.PersonId),
        entry.Number,
        Id(entry.ItemId),
        entry.Act.ToString(),
        entry.State.ToString(),
        Write(entry.At),
        entry.ById is { } by ? Id(by) : null,
        entry.Due is { } due ? Write(due) : null,
        entry.ContentHash,
        entry.PreviousHash,
        entry.Hash);

    public static JsonNode End(LedgerHead head) => new JsonArray(Id(head.PersonId), head.Number, head.Hash);

    private string Write(DateTime at) => at.ToString(Instant, CultureInfo.InvariantCulture);
}
