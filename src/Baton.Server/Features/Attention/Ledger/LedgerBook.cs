using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Server.Kernel;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>
/// Writes what was recorded into the ledgers of those it happened to, in the transaction that makes it: the only
/// writer of entries. Two statements, however many people there are.
/// </summary>
public sealed class LedgerBook(TimeProvider clock)
{
    /// <summary>
    /// Called late in a transaction. It locks the ends of the chains in the order of the people's ids, and after them
    /// nothing else, so that writers never wait for each other in a circle.
    /// </summary>
    public async Task Append(
        IReadOnlyCollection<LedgerAct> acts,
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken cancel)
    {
        if (acts.Count == 0)
        {
            return;
        }

        var sql = LedgerSql.For(connection);
        var at = clock.UtcNow();
        var heads = await Lock([.. acts.Select(act => act.PersonId).Distinct()], sql, connection, transaction, cancel);
        var entries = acts.Select(act => heads[act.PersonId].Append(act, at)).ToList();

        await using var command = Command(sql.Append, connection, transaction);
        Add(command, "entries", new JsonArray([.. entries.Select(sql.Row)]));
        Add(command, "heads", new JsonArray([.. heads.Values.Select(LedgerSql.End)]));
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<Dictionary<Guid, LedgerHead>> Lock(
        IReadOnlyCollection<Guid> people,
        LedgerSql sql,
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken cancel)
    {
        await using var command = Command(sql.Lock, connection, transaction);
        Add(command, "people", new JsonArray([.. people.Select(id => (JsonNode)LedgerSql.Id(id))]));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var heads = new Dictionary<Guid, LedgerHead>(people.Count);
        while (await reader.ReadAsync(cancel))
        {
            var person = reader.GetGuid(0);
            heads[person] = LedgerHead.At(
                person, reader.GetInt64(1), await reader.IsDBNullAsync(2, cancel) ? null : reader.GetString(2));
        }

        return heads;
    }

    private static DbCommand Command(string sql, DbConnection connection, DbTransaction transaction)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // One of the constants of LedgerSql.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static void Add(DbCommand command, string name, JsonArray rows)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = rows.ToJsonString(JsonSerializerOptions.Web);
        command.Parameters.Add(parameter);
    }
}
