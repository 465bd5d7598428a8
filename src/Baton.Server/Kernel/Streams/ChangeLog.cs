using System.Data.Common;
using System.Text.Json;

namespace Baton.Server.Kernel.Streams;

/// <summary>
/// Gives announcements their versions and appends them. Called last in a transaction, so that the lock on the
/// space's stream is short. The same SQL serves SQLite and PostgreSQL.
/// </summary>
public sealed class ChangeLog(TimeProvider clock)
{
    private const string AppendSql = """
        UPDATE space_streams SET version = version + 1 WHERE space_id = @space;
        INSERT INTO changes (space_id, version, kind, noun, item_id, actor_id, at, began_at, payload)
        SELECT space_id, version, @kind, @noun, @item, @actor, @at, @began, @payload FROM space_streams WHERE space_id = @space
        RETURNING version
        """;

    private const string NumberSql =
        "UPDATE space_streams SET last_number = last_number + 1 WHERE space_id = @space RETURNING last_number";

    /// <summary>
    /// Appends in the order of the spaces' ids, so that two writers never wait for each other in a circle.
    /// </summary>
    public async Task<IReadOnlyList<Change>> Append(
        IReadOnlyList<Announcement> announcements,
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken cancel)
    {
        var at = clock.UtcNow();
        var appended = new List<Change>(announcements.Count);
        foreach (var announcement in announcements.OrderBy(a => a.SpaceId))
        {
            appended.Add(await Append(announcement, at, connection, transaction, cancel));
        }

        return appended;
    }

    /// <summary>
    /// The next number of a space's numbered items. Holds the stream's lock until the transaction ends.
    /// </summary>
    public static async Task<int> TakeNumber(
        Guid spaceId, DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = NumberSql;
        Add(command, "space", spaceId);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel),
            System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<Change> Append(
        Announcement announcement,
        DateTime at,
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken cancel)
    {
        var payload = JsonSerializer.Serialize(announcement.Payload(), Web.Json.Options);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = AppendSql;
        Add(command, "space", announcement.SpaceId);
        Add(command, "kind", announcement.Kind);
        Add(command, "noun", Change.NounOf(announcement.Kind));
        Add(command, "item", announcement.ItemId);
        Add(command, "actor", announcement.ActorId);
        Add(command, "at", at);
        Add(command, "began", announcement.BeganAt ?? at);
        Add(command, "payload", payload);
        var version = await command.ExecuteScalarAsync(cancel)
            ?? throw new InvalidOperationException($"Space {announcement.SpaceId} has no stream.");

        return new Change
        {
            SpaceId = announcement.SpaceId,
            Version = Convert.ToInt64(version, System.Globalization.CultureInfo.InvariantCulture),
            Kind = announcement.Kind,
            Noun = Change.NounOf(announcement.Kind),
            ItemId = announcement.ItemId,
            ActorId = announcement.ActorId,
            At = at,
            BeganAt = announcement.BeganAt ?? at,
            Payload = payload,
        };
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
